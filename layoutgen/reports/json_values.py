"""What a JSON file holds."""

Json = dict[str, "Json"] | list["Json"] | str | float | int | bool | None
