"""Runs the migrations on the connection that the opener of the record hands over; there is no alembic.ini."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=None)
context.run_migrations()
