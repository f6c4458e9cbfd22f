// Improves what works without it: focus on the error summary, the menu on small screens.
import { createAll, ErrorSummary, ServiceNavigation, SkipLink } from './govuk.js'

for (const component of [ErrorSummary, ServiceNavigation, SkipLink]) createAll(component)
