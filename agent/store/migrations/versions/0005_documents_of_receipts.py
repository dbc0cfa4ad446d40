"""A receipt holds the documents that the site gave with its answer."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("receipt", sa.Column("documents", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("receipt") as batch:
        batch.drop_column("documents")
