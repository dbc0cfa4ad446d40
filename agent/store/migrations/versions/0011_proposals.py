"""What documents propose for a chore's coming time, and the files that go with it."""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("occurrence", sa.Column("proposed", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("occurrence", sa.Column("files", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("occurrence", "files")
    op.drop_column("occurrence", "proposed")
