"""The pages and the REST interface, on one record. `foedera.server.app.create_app` puts them together."""
