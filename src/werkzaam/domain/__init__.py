"""What the project is about, as pure code: factor sets, evaluations, scores, what follows from them, and questions."""
