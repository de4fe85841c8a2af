"""Where an article spells out what a proposal or an agreement holds, and by when a demand or a threat wants an answer.

Extractions of before have neither; `tracker rebuild` finds them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mention", sa.Column("terms_first", sa.Integer(), nullable=True))
    op.add_column("mention", sa.Column("terms_last", sa.Integer(), nullable=True))
    op.add_column("mention", sa.Column("due", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("mention", "due")
    op.drop_column("mention", "terms_last")
    op.drop_column("mention", "terms_first")
