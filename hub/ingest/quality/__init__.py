"""The quality of what was published: checks of Pelican's kinds, and Cardinal's red flags."""
