"""The command line: thin commands over the stages. Nothing heavy is imported before a command needs it."""


def main() -> None:
    """The entry point of the `tracker` command."""
    from tracker.cli.application import app

    app()
