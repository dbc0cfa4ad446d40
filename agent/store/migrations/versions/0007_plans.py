"""Plans: tasks that need several places."""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
    )
    op.create_index(op.f("ix_plan_updated_at"), "plan", ["updated_at"], unique=False)
    with op.batch_alter_table("task") as batch:
        batch.add_column(sa.Column("plan_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("place", sa.String(), nullable=False, server_default=""))
        batch.create_foreign_key(op.f("fk_task_plan_id_plan"), "plan", ["plan_id"], ["id"], ondelete="SET NULL")
        batch.create_index(op.f("ix_task_plan_id"), ["plan_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("task") as batch:
        batch.drop_index(op.f("ix_task_plan_id"))
        batch.drop_constraint(op.f("fk_task_plan_id_plan"), type_="foreignkey")
        batch.drop_column("place")
        batch.drop_column("plan_id")
    op.drop_index(op.f("ix_plan_updated_at"), table_name="plan")
    op.drop_table("plan")
