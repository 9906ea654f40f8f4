"""How alembic runs the migrations: on the connection and inside the transaction that `upgrade.py` hands over."""

from alembic import context

from onrecord.record.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
