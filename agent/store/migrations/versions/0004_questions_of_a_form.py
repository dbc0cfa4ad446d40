"""A question says where it stands in its form, what its answer must look like, and whether it may stay empty."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("question", sa.Column("required", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("question", sa.Column("about", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    with op.batch_alter_table("question") as batch:
        batch.drop_column("about")
        batch.drop_column("required")
