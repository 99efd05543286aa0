"""What is on the screen, spoken: the accessible tree, its wording, the voice, and who reads when."""
