"""A task can be paused; what changed lately is found by an index."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

INDEXED = (("task", "updated_at"), ("submission", "updated_at"), ("submission", "origin"), ("receipt", "updated_at"),
           ("question", "created_at"), ("question", "answered_at"))


def upgrade() -> None:
    op.add_column("task", sa.Column("paused", sa.Boolean(), nullable=False, server_default=sa.false()))
    for table, column in INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column], unique=False)


def downgrade() -> None:
    for table, column in INDEXED:
        op.drop_index(f"ix_{table}_{column}", table_name=table)
    with op.batch_alter_table("task") as batch:
        batch.drop_column("paused")
