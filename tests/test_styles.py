"""Of the theme's style sheet what a page can wear is kept, and nothing else."""

import pytest

from daylight import staging
from daylight.styles import joined, worn

PAGE = "<body class=\"one two\"><p class=three><b class='five x:y'>"


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("p{color:red}", "p{color:red}"),
        (".one{color:red}.four{color:red}", ".one{color:red}"),
        (".one,.four,.three p{color:red}", ".one,.three p{color:red}"),
        (".one .four{color:red}", ""),
        (".one:not(.four){color:red}", ".one:not(.four){color:red}"),
        (".one:is(.four,.two){color:red}", ".one:is(.four,.two){color:red}"),
        ("#four{color:red}", ""),
        ("[data-md-toggle=search]:checked~p{color:red}", ""),
        ("[dir=rtl] .one{color:red}[dir=ltr] .one{color:red}", "[dir=ltr] .one{color:red}"),
        ("@media print{.four{color:red}}@media print{.one{color:red}}", "@media print{.one{color:red}}"),
        ("@media print{@supports (top:0){.two{color:red}.four{top:0}}}", "@media print{@supports (top:0){.two{color:red}}}"),
        ('@charset "UTF-8";p{color:red}@keyframes a{to{top:0}}', "p{color:red}"),
        (
            "@layer a{.five{top:0}.four{top:0}}@container (width){p{top:0}}",
            "@layer a{.five{top:0}}@container (width){p{top:0}}",
        ),
        (".x\\:y{top:0}.x\\:z{top:0}", ".x\\:y{top:0}"),
        ("@layer one,two;@media print;p{}p,.four{}p{color:red;}", "p{color:red}"),
        ("@media print {\n .one , .four {\n  color: red;\n  top: 0;\n }\n}", "@media print{.one{color: red;top: 0}}"),
        ("p[title=',;{'],.four{color:red}", 'p[title=",;{"]{color:red}'),
        (".one\\.two,.two:not(.four,p){color:red}", ".two:not(.four,p){color:red}"),
        ("p{color:red}}.one{color:red}.two{color:red", "p{color:red}.two{color:red}"),
        (".two{content:\"}.four{\"}.four{content:'{'}", '.two{content:"}.four{"}'),
        ("/* } */p{color:red/* ; */}", "p{color:red}"),
        (":root{--a:1;--b:var(--c);--c:2;--d:3}p{top:var(--b)}", ":root{--b:var(--c);--c:2}p{top:var(--b)}"),
        (':root{--a:url("data:;}");--b:2}p{top:var(--a)}', ':root{--a:url("data:;}")}p{top:var(--a)}'),
        (":root{--a:1}", ":root{--a:1}"),
    ],
)
def test_a_rule_is_kept_where_a_page_can_wear_it(sheet, kept):
    assert worn(sheet, [PAGE], "b{top:var(--a)}" if sheet == ":root{--a:1}" else "") == kept


def test_styles_are_joined_without_comments_and_indents():
    assert joined(["/* a\n b */\np {\n  top: 0;\n}\n", "\n\nb,\ni\nu { left: 0; }"]) == "p {top: 0;}b,i u { left: 0; }"
    assert joined(["p { content: '/* ; */'; }"]) == 'p { content: "/* ; */"; }'


def test_styles_are_made_again_when_they_are_cut_in_another_way(tmp_path):
    assert {"staging.py", "styles.py", "welsh.py"} <= {path for path, _ in staging.sources(tmp_path)}
