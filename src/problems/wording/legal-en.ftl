# The words of the legal pages in English, as those of en.ftl.

legal-missing = Before you publish, { $count ->
        [one] one setting is still to be filled in
       *[other] { $count } settings are still to be filled in
    }: it is what is expected { $kind ->
        [state] of a service of the State
        [public_body] of a public body
        [association] of an association
       *[unknown] of whoever publishes a site
    }.
    .label = who publishes
    .remedy = Fill in, in content/catalogue.yaml (the guide says what to write, under “Avant de publier”):
    { $fields }
bad-audit = { $fault ->
        [none] The audit says that no criterion applies.
       *[more] The audit counts more criteria met ({ $passed }) than criteria that apply ({ $applicable }).
    }
    .label = { $fault ->
        [none] zero
       *[more] more than “applicable”
    }
    .remedy = Copy both numbers from the audit's report; if there was no audit, take “audit” out.
expired-audit = This audit no longer speaks: more than three years lie between it and the declaration. The mention is “not compliant”.
    .label = too old
    .related = the declaration is of this day
    .remedy = Have a new audit made, or take this one out.
bad-declaration-date = { $fault ->
        [update] The accessibility declaration was changed before it was made.
       *[audit] The audit is later than the declaration that tells of it.
    }
    .label = { $fault ->
        [update] changed
       *[audit] audit
    }
    .related = { $fault ->
        [update] made
       *[audit] declaration
    }
    .remedy = { $fault ->
        [update] Check “established” and “updated”.
       *[audit] Check “date”, or give in “updated” the day when the declaration took in these results.
    }
