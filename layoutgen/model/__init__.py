"""The words we speak: frozen values for the brief, the site, the stages, the plan and the report."""
