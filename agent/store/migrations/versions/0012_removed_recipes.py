"""Recipes that were removed and can be brought back."""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("recipe", sa.Column("removed_at", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("recipe", "removed_at")
