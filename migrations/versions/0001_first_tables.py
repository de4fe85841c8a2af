"""The first tables, and the triggers that keep the record of decisions append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_REFUSALS = {
    "decision_stays": ("UPDATE", "decision"),
    "decision_is_kept": ("DELETE", "decision"),
    "decision_target_stays": ("UPDATE OF decision_id, position, key", "decision_target"),
    "decision_target_is_kept": ("DELETE", "decision_target"),
}
_TABLES = (
    "article",
    "negotiation",
    "party",
    "seed_load",
    "alias",
    "article_version",
    "event_identity",
    "negotiation_article",
    "negotiation_party",
    "decision",
    "event",
    "event_key",
    "extraction",
    "affiliation",
    "decision_target",
    "event_party",
    "mention",
    "candidate_key",
    "event_mention",
    "mention_component",
    "mention_party",
    "mention_quantity",
)


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(length=2000), nullable=True),
        sa.Column("entered", sa.DateTime(), nullable=False),
        sa.Column("removed", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
    )
    op.create_index("ix_article_address", "article", ["address"])
    op.create_table(
        "negotiation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_negotiation"),
        sa.UniqueConstraint("slug", name="uq_negotiation_slug"),
    )
    op.create_table(
        "party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_party"),
        sa.UniqueConstraint("name", name="uq_party_name"),
    )
    op.create_table(
        "seed_load",
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("slug", name="pk_seed_load"),
    )
    op.create_table(
        "alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_alias_party_id_party", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_alias"),
    )
    op.create_index("ix_alias_party_id", "alias", ["party_id"])
    op.create_index("ix_alias_words", "alias", ["words"])
    op.create_table(
        "article_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("publication_ground", sa.String(length=20), nullable=False),
        sa.Column("entered", sa.DateTime(), nullable=False),
        sa.Column("is_newest", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_article_version_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_article_version"),
        sa.UniqueConstraint("article_id", "number", name="uq_article_version_article_id_number"),
        sa.UniqueConstraint("text_hash", name="uq_article_version_text_hash"),
    )
    op.create_index("ix_article_version_published", "article_version", ["published"])
    op.create_table(
        "event_identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("negotiation_id", sa.Integer(), nullable=False),
        sa.Column("redirects_to", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["negotiation_id"], ["negotiation.id"], name="fk_event_identity_negotiation_id_negotiation"
        ),
        sa.ForeignKeyConstraint(
            ["redirects_to"], ["event_identity.id"], name="fk_event_identity_redirects_to_event_identity"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_event_identity"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_event_identity_negotiation_id", "event_identity", ["negotiation_id"])
    op.create_index("ix_event_identity_redirects_to", "event_identity", ["redirects_to"])
    op.create_table(
        "negotiation_article",
        sa.Column("negotiation_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_negotiation_article_article_id_article", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["negotiation_id"],
            ["negotiation.id"],
            name="fk_negotiation_article_negotiation_id_negotiation",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", "negotiation_id", name="pk_negotiation_article"),
    )
    op.create_index("ix_negotiation_article_negotiation_id", "negotiation_article", ["negotiation_id"])
    op.create_table(
        "negotiation_party",
        sa.Column("negotiation_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["negotiation_id"],
            ["negotiation.id"],
            name="fk_negotiation_party_negotiation_id_negotiation",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name="fk_negotiation_party_party_id_party", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("negotiation_id", "party_id", name="pk_negotiation_party"),
    )
    op.create_index("ix_negotiation_party_party_id", "negotiation_party", ["party_id"])
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("negotiation_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event_identity.id"], name="fk_decision_event_id_event_identity"),
        sa.ForeignKeyConstraint(["negotiation_id"], ["negotiation.id"], name="fk_decision_negotiation_id_negotiation"),
        sa.ForeignKeyConstraint(["undoes"], ["decision.id"], name="fk_decision_undoes_decision"),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
    )
    op.create_index("ix_decision_event_id", "decision", ["event_id"])
    op.create_index("ix_decision_negotiation_id", "decision", ["negotiation_id"])
    op.create_index("ix_decision_undoes", "decision", ["undoes"])
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("negotiation_id", sa.Integer(), nullable=False),
        sa.Column("is_rejected", sa.Boolean(), nullable=False),
        sa.Column("type", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("end_earliest", sa.Date(), nullable=True),
        sa.Column("end_latest", sa.Date(), nullable=True),
        sa.Column("is_ongoing", sa.Boolean(), nullable=False),
        sa.Column("grain", sa.String(length=10), nullable=True),
        sa.Column("ground", sa.String(length=10), nullable=False),
        sa.Column("date_first", sa.Integer(), nullable=True),
        sa.Column("date_last", sa.Integer(), nullable=True),
        sa.Column("date_words", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("content_of", sa.Integer(), nullable=True),
        sa.Column("independent_sources", sa.Integer(), nullable=False),
        sa.Column("trust", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["event_identity.id"], name="fk_event_id_event_identity"),
        sa.ForeignKeyConstraint(["negotiation_id"], ["negotiation.id"], name="fk_event_negotiation_id_negotiation"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_index("ix_event_negotiation_id_earliest", "event", ["negotiation_id", "earliest"])
    op.create_index("ix_event_negotiation_id_type", "event", ["negotiation_id", "type"])
    op.create_table(
        "event_key",
        sa.Column("negotiation_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event_identity.id"], name="fk_event_key_event_id_event_identity"),
        sa.ForeignKeyConstraint(["negotiation_id"], ["negotiation.id"], name="fk_event_key_negotiation_id_negotiation"),
        sa.PrimaryKeyConstraint("key", "negotiation_id", name="pk_event_key"),
    )
    op.create_index("ix_event_key_event_id", "event_key", ["event_id"])
    op.create_table(
        "extraction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("rules_version", sa.String(length=80), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["article_version.id"], name="fk_extraction_version_id_article_version", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_extraction"),
        sa.UniqueConstraint(
            "version_id", "rules_version", "published", name="uq_extraction_version_id_rules_version_published"
        ),
    )
    op.create_index(
        "ix_extraction_current",
        "extraction",
        ["version_id"],
        unique=True,
        sqlite_where=sa.text("is_current = 1"),
        postgresql_where=sa.text("is_current"),
    )
    op.create_table(
        "affiliation",
        sa.Column("extraction_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("folded_last_word", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["extraction_id"], ["extraction.id"], name="fk_affiliation_extraction_id_extraction", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("extraction_id", "position", name="pk_affiliation"),
    )
    op.create_index("ix_affiliation_folded_name", "affiliation", ["folded_name"])
    op.create_index("ix_affiliation_folded_last_word", "affiliation", ["folded_last_word"])
    op.create_table(
        "decision_target",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_decision_target_decision_id_decision"),
        sa.PrimaryKeyConstraint("decision_id", "position", name="pk_decision_target"),
    )
    op.create_index("ix_decision_target_key", "decision_target", ["key"])
    op.create_table(
        "event_party",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_event_party_event_id_event", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "role", "position", name="pk_event_party"),
    )
    op.create_index("ix_event_party_name", "event_party", ["name"])
    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("extraction_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("trigger_first", sa.Integer(), nullable=False),
        sa.Column("trigger_last", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("clause_first", sa.Integer(), nullable=False),
        sa.Column("clause_last", sa.Integer(), nullable=False),
        sa.Column("sentence_first", sa.Integer(), nullable=False),
        sa.Column("sentence_last", sa.Integer(), nullable=False),
        sa.Column("sense", sa.String(length=120), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("end_earliest", sa.Date(), nullable=True),
        sa.Column("end_latest", sa.Date(), nullable=True),
        sa.Column("is_ongoing", sa.Boolean(), nullable=False),
        sa.Column("grain", sa.String(length=10), nullable=True),
        sa.Column("ground", sa.String(length=10), nullable=False),
        sa.Column("date_first", sa.Integer(), nullable=True),
        sa.Column("date_last", sa.Integer(), nullable=True),
        sa.Column("date_words", sa.Text(), nullable=False),
        sa.Column("place_first", sa.Integer(), nullable=True),
        sa.Column("place_last", sa.Integer(), nullable=True),
        sa.Column("place_words", sa.Text(), nullable=True),
        sa.Column("about_first", sa.Integer(), nullable=True),
        sa.Column("about_last", sa.Integer(), nullable=True),
        sa.Column("content_of_first", sa.Integer(), nullable=True),
        sa.Column("content_of_last", sa.Integer(), nullable=True),
        sa.Column("is_quoted", sa.Boolean(), nullable=False),
        sa.Column("is_conditional", sa.Boolean(), nullable=False),
        sa.Column("phase", sa.String(length=10), nullable=True),
        sa.Column("plover", sa.String(length=60), nullable=False),
        sa.Column("plover_mode", sa.String(length=60), nullable=False),
        sa.Column("cameo", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["extraction_id"], ["extraction.id"], name="fk_mention_extraction_id_extraction", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_mention"),
        sa.UniqueConstraint(
            "extraction_id",
            "trigger_first",
            "trigger_last",
            "type",
            name="uq_mention_extraction_id_trigger_first_trigger_last_type",
        ),
    )
    op.create_table(
        "candidate_key",
        sa.Column("negotiation_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mention_id"], ["mention.id"], name="fk_candidate_key_mention_id_mention", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["negotiation_id"], ["negotiation.id"], name="fk_candidate_key_negotiation_id_negotiation"
        ),
        sa.PrimaryKeyConstraint("key", "negotiation_id", "mention_id", name="pk_candidate_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_candidate_key_mention_id", "candidate_key", ["mention_id"])
    op.create_table(
        "event_mention",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.Column("negotiation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_event_mention_event_id_event", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["mention_id"], ["mention.id"], name="fk_event_mention_mention_id_mention", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["negotiation_id"], ["negotiation.id"], name="fk_event_mention_negotiation_id_negotiation"
        ),
        sa.PrimaryKeyConstraint("event_id", "mention_id", name="pk_event_mention"),
    )
    op.create_index(
        "ix_event_mention_mention_id_negotiation_id", "event_mention", ["mention_id", "negotiation_id"], unique=True
    )
    op.create_table(
        "mention_component",
        sa.Column("negotiation_id", sa.Integer(), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.Column("component", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["mention_id"], ["mention.id"], name="fk_mention_component_mention_id_mention", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["negotiation_id"], ["negotiation.id"], name="fk_mention_component_negotiation_id_negotiation"
        ),
        sa.PrimaryKeyConstraint("mention_id", "negotiation_id", name="pk_mention_component"),
    )
    op.create_index(
        "ix_mention_component_component_negotiation_id", "mention_component", ["component", "negotiation_id"]
    )
    op.create_table(
        "mention_party",
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("is_verified", sa.Boolean(), nullable=False),
        sa.Column("folded_name", sa.Text(), nullable=False),
        sa.Column("folded_last_word", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mention_id"], ["mention.id"], name="fk_mention_party_mention_id_mention", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("mention_id", "role", "position", name="pk_mention_party"),
    )
    op.create_index("ix_mention_party_folded_name", "mention_party", ["folded_name"])
    op.create_index("ix_mention_party_folded_last_word", "mention_party", ["folded_last_word"])
    op.create_table(
        "mention_quantity",
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("approximation", sa.String(length=10), nullable=False),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("total", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["mention_id"], ["mention.id"], name="fk_mention_quantity_mention_id_mention", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("mention_id", "position", name="pk_mention_quantity"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for name, (change, table) in _REFUSALS.items():
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'decisions are never changed or deleted'); END"
            )


def downgrade() -> None:
    for table in reversed(_TABLES):
        op.drop_table(table)
