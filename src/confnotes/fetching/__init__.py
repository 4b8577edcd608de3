"""An address in, bytes out: HTTP with a limit on everything, and where a conference's page keeps
its schedule. Nothing here knows what a schedule looks like."""
