"""Instructions that strangers put into everything a model is sent, and a model that obeys every one of them."""
