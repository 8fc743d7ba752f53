"""The pictures of the documents against the program: what they show is what it shows."""
