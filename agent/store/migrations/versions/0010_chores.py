"""Chores and their occurrences."""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("task", sa.Column("occurrence_id", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_task_occurrence_id"), "task", ["occurrence_id"], unique=False)
    op.create_table(
        "chore",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False)
          for name in ("text", "title", "rule", "start", "zone", "catch_up", "url", "planner")),
        *(sa.Column(name, sa.JSON(), nullable=False)
          for name in ("files", "sites", "contract", "parameters", "left_out")),
        sa.Column("learnt", sa.Boolean(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("removed_at", "floor_at", "seen_at", "next_at")),
        sa.Column("undo", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chore")),
    )
    op.create_table(
        "occurrence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chore_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("local", "due_at", "state")),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("given", sa.JSON(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("note", "created_at", "updated_at")),
        sa.ForeignKeyConstraint(["chore_id"], ["chore.id"], name=op.f("fk_occurrence_chore_id_chore"),
                                ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_occurrence_task_id_task"),
                                ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrence")),
        sa.UniqueConstraint("chore_id", "local", name=op.f("uq_occurrence_chore_id")),
    )
    for table, column in (("chore", "updated_at"), ("occurrence", "chore_id"), ("occurrence", "due_at"),
                          ("occurrence", "task_id"), ("occurrence", "updated_at")):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def downgrade() -> None:
    op.drop_table("occurrence")
    op.drop_table("chore")
    op.drop_index(op.f("ix_task_occurrence_id"), table_name="task")
    op.drop_column("task", "occurrence_id")
