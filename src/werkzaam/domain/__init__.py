"""What the project is about, as pure code: factor sets, evaluations, scores, reports and the questionnaire."""
