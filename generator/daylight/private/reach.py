"""By what one reaches a person: an e-mail address, a telephone number of the United Kingdom, a postcode."""

import re

from daylight.private.form import form

_AREAS = (
    "A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|"
    "N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE"
)

EMAIL = form(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
TELEPHONE = form(  # ten or eleven digits after a gap or in one; not 999, not 101, not a date, and no notice 012345-2025
    r"(?<![\w£$€/+-])(?<!\d[.,])\(?(?!\d{6}-20\d\d\b)(?=0\d(?:[\s().-]{0,2}\d){8,9}(?!\d))0[1-9](?:\d{8,9}|\d{1,4}[\s).-](?:[\s().-]?\d){5,8})(?!\d)",
    r"(?:\+\s?|(?<!\d)00)44[\s.-]?(?:\(0\)|0)?[\s.-]?[1-9](?:[\s().-]{0,2}\d){8,9}(?!\d)",
    r"(?<![\w£/])0800[\s-]?1111(?!\d)",
)
POSTCODE = form(  # a phase "S1 2nd" is none
    rf"(?<![a-z0-9])(?:{_AREAS})\d[a-z\d]?\s{{0,2}}(?!\d(?-i:st|nd|rd|th|yr|hr|bn)\b)\d[abd-hjlnp-uw-z]{{2}}(?![a-z0-9])",
    flags=re.IGNORECASE,
)
