"""The rules of the checklist as pure code: factor sets, evaluations, scores, comparisons and the questionnaire."""
