"""Where answers come from, and where results and remarks go to."""
