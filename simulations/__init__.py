"""The simulations of the course: models, their pictures, their words; finding and running them."""
