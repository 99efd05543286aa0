"""The rooms of the script that writes the sample fairs; `make.py` beside this folder is its door."""
