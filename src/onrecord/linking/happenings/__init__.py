"""Contacts and events of single articles → those that several of them tell, once."""
