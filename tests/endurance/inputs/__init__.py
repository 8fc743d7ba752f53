"""Files and words as chance, harm and slips of the hand make them."""
