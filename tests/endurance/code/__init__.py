"""What the tests are worth: changes to the code that one of them has to notice."""
