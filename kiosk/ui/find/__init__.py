"""Finding: the map, the list beside it, a listing, the way there and the programme."""
