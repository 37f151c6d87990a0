package se.siru.core.portfolio;

import se.siru.core.finding.Origin;

/** An identity link and where it was read. */
record PlacedLink(IdentityLink link, Origin origin) {}
