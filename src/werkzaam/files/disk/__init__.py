"""Files as the system keeps them: where they are, who may read them, and how one is replaced whole."""
