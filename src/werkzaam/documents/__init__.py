"""Results as documents: what each of them says, in words and in order, whatever it will look like."""
