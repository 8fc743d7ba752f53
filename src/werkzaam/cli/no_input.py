"""Nobody at the table: everything has to come with the call."""
