"""A task has a contract, and the person's further grants have a table."""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("task", sa.Column("contract", sa.JSON(), nullable=False, server_default="{}"))
    op.create_table(
        "grant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("what", sa.JSON(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_grant_task_id_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grant")),
        sa.UniqueConstraint("task_id", "key", name=op.f("uq_grant_task_id")),
    )
    op.create_index(op.f("ix_grant_task_id"), "grant", ["task_id"], unique=False)
    op.create_index(op.f("ix_grant_updated_at"), "grant", ["updated_at"], unique=False)


def downgrade() -> None:
    op.drop_table("grant")
    with op.batch_alter_table("task") as batch:
        batch.drop_column("contract")
