"""Drawings in, a floor plan with its ways out."""
