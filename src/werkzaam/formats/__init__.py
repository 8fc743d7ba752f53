"""Results as text for other programs: files to read, pages to show, documents to paste from."""
