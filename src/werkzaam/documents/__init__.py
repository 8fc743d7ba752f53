"""Results as documents: their content in words and in order, independent of any layout."""
