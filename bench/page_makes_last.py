"""More makes that nothing is tuned on: big papers, other languages' sites, page builders, wikis, weblogs of old."""

from __future__ import annotations

from bench.page_makes import Make, Page, each, head, items, linked_data, text
from bench.page_texts import Prose


def metropolitan(prose: Prose) -> Page:
    """A metropolitan daily: hashed classes, companion columns of ten paragraphs each, adverts and a newsletter between them."""
    title, wanted = prose.title(), prose.report(12, 26)
    rows = each(prose, wanted, '<p class="css-at9mc1 evys1bk0">{}</p>')
    columns = [rows[at : at + 5] for at in range(0, len(rows), 5)]
    between = '<div><div id="story-ad-1-wrapper" class="css-1bcuxlx"><p class="css-wv4b2p">Advertisement</p><a href="#after-story-ad-1">SKIP ADVERTISEMENT</a></div></div>'
    body = between.join(
        f'<div class="css-s99gbd StoryBodyCompanionColumn" data-testid="companionColumn-{n}"><div class="css-53u6y8">{"".join(column)}</div></div>'
        for n, column in enumerate(columns)
    )
    return Page(
        f'<!DOCTYPE html><html lang="en" class="story">{head(title, linked_data(title))}<body><div id="app"><div class="css-1v2x1v3"><header class="css-n4w2w5"><section id="masthead-bar-one"><a href="/">Harbour Times</a></section></header></div>'
        f'<main id="site-content"><div><div id="top-wrapper"><p class="css-lbq5r2">Advertisement</p></div><article id="story" class="css-1vxca1d e1lmdhsb0"><header class="css-d8bdto euiyums1"><h1 id="link-1" class="css-1vkm6nb ehdk2mb0" data-testid="headline">{text(title)}</h1><p id="article-summary" class="css-79elbk">{text(prose.title())}</p>'
        f'<div class="css-1f5n1cg"><p class="css-4anu6l e1jsehar1"><span class="byline-prefix">By </span><span itemprop="name">Ann Weller</span></p><p>Ann Weller reported from Vellmar.</p></div></header>'
        f'<section name="articleBody" class="meteredContent css-1r7ky0e">{body}</section><div class="bottom-of-article"><div class="css-1sduh0p"><div class="css-vdv0al"><p>A version of this article appears in print on , Section A, Page 4 of the coast edition with the headline: {text(title)}. Order Reprints | Today’s Paper | Subscribe</p></div></div></div></article></div></main>'
        f'<nav id="site-index"><h2>Site Index</h2><ul>{items(prose.headlines(9))}</ul></nav><footer class="css-1e1s8k7" role="contentinfo"><ul>{items(["© 2026 Harbour Times Company", "Contact Us", "Terms of Sale"])}</ul></footer></div></body></html>',
        wanted,
    )


def page_builder(prose: Prose) -> Page:
    """A page builder: every paragraph or two a widget of its own, the heading another."""
    title, wanted = prose.title(), prose.report(6, 12)
    rows = each(prose, wanted)
    widgets = "".join(
        f'<div class="elementor-element elementor-element-7a{n} elementor-widget elementor-widget-text-editor" data-id="7a{n}" data-widget_type="text-editor.default"><div class="elementor-widget-container">{"".join(rows[n : n + 2])}</div></div>'
        for n in range(0, len(rows), 2)
    )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title)}<body class="elementor-default elementor-page"><header data-elementor-type="header" class="elementor-location-header"><nav class="elementor-nav-menu--main"><ul>{items(prose.headlines(6))}</ul></nav></header>'
        f'<div data-elementor-type="single-post" class="elementor elementor-location-single"><section class="elementor-section elementor-top-section"><div class="elementor-container"><div class="elementor-column elementor-col-66"><div class="elementor-widget-wrap elementor-element-populated">'
        f'<div class="elementor-element elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title">{text(title)}</h1></div></div>'
        f'<div class="elementor-element elementor-widget elementor-widget-post-info"><div class="elementor-widget-container"><ul class="elementor-post-info"><li>Ann Weller</li><li>March 4, 2026</li></ul></div></div>{widgets}'
        f'<div class="elementor-element elementor-widget elementor-widget-share-buttons"><div class="elementor-widget-container"><div>Share on Facebook</div></div></div></div></div>'
        f'<div class="elementor-column elementor-col-33"><div class="elementor-widget-wrap"><div class="elementor-element elementor-widget elementor-widget-posts"><div class="elementor-widget-container">{items(prose.headlines(5), "<article class=elementor-post><h3><a href=x>{}</a></h3></article>")}</div></div></div></div></div></section></div>'
        f'<footer data-elementor-type="footer" class="elementor-location-footer"><p>© Harbour Post</p></footer></body></html>',
        wanted,
    )


def public_german(prose: Prose) -> Page:
    """A public broadcaster's German page: text paragraphs among teasers on one level, an info box, a list of stations."""
    title, wanted = prose.title(), prose.report(7, 14)
    rows = each(prose, wanted, '<p class="m-ten m-offset-one l-eight l-offset-two textabsatz columns twelve">{}</p>')
    crosshead = prose.head()
    wanted.insert(5, crosshead)
    rows.insert(5, f'<h2 class="meldung__subhead columns twelve m-ten m-offset-one">{crosshead}</h2>')
    rows.insert(
        3,
        f'<div class="teaser-absatz columns twelve m-ten"><a class="teaser-absatz__link" href="/t"><span class="teaser-absatz__headline">{text(prose.title())}</span><p class="teaser-absatz__shorttext">{text(prose.sentence())} | <span class="link">mehr</span></p></a></div>',
    )
    return Page(
        f'<!DOCTYPE html><html lang="de">{head(title)}<body><header class="header"><nav class="ts-navigation"><ul>{items(prose.headlines(6))}</ul></nav></header><div class="container content-wrapper"><main class="content" id="content"><article class="container content-wrapper__group">'
        f'<div class="absatzbild columns twelve"><div class="absatzbild__info"><p class="absatzbild__info__text">{text(prose.sentence())}</p></div></div><div class="seitenkopf"><div class="seitenkopf__data"><h1 class="seitenkopf__headline"><span class="seitenkopf__headline--text">{text(title)}</span></h1></div></div>'
        f'<div class="metatextline">Stand: 04.03.2026 08:00 Uhr</div>{"".join(rows)}<div class="meldungsfooter columns twelve"><p>Dieses Thema im Programm: Über dieses Thema berichtete der Hafenfunk am 04. März 2026 um 08:00 Uhr.</p></div><ul class="taglist"><li class="taglist__element"><a href="/t">Damm</a></li></ul></article></main></div><footer><p>© Hafenschau</p></footer></body></html>',
        wanted,
    )


def metered_french(prose: Prose) -> Page:
    """A French paper's page, cut by its paywall, with links to read as well inside."""
    title, wanted = prose.title(), prose.report(3, 5)
    rows = each(prose, wanted, '<p class="article__paragraph">{}</p>')
    rows.insert(
        2,
        f'<section class="catcher catcher--inline"><a class="catcher__link" href="/c"><span class="catcher__title">Lire aussi</span> {text(prose.title())}</a></section>',
    )
    return Page(
        f'<!DOCTYPE html><html lang="fr">{head(title, linked_data(title, isAccessibleForFree=False))}<body id="js-body"><header class="old__header"><nav id="js-nav">{items(prose.headlines(6), "<a href=x>{}</a>")}</nav></header><main id="main" class="main js-main"><section class="zone zone--article"><section class="article__wrapper article__wrapper--premium">'
        f'<header class="article__heading"><h1 class="article__title">{text(title)}</h1><p class="article__desc">{text(prose.title())}</p><div class="meta__authors">Par Ann Weller</div></header><article class="article__content old__article-content-single">{"".join(rows)}'
        f'<section class="paywall js-paywall"><div class="message"><p>Il vous reste 61.5% de cet article à lire. La suite est réservée aux abonnés.</p><a class="btn" href="/abo">S’abonner</a></div></section></article></section><section class="inread"><h4>Le Port utilisable</h4></section><section class="friend friend--articles"><ul>{items(prose.headlines(6))}</ul></section></section></main><footer><p>Suivez Le Port</p></footer></body></html>',
        wanted,
    )


def tabloid(prose: Prose) -> Page:
    """A tabloid: captions as paragraphs, bullets before the text, videos, shares counted, comments with votes."""
    title, wanted = prose.title(), prose.report(9, 20)
    rows = each(prose, wanted, '<p class="mol-para-with-font">{}</p>')
    for at in (8, 4, 2):
        rows.insert(
            at,
            f'<div class="artSplitter mol-img-group"><div class="mol-img"><img src="a.jpg"></div><p class="imageCaption">{text(prose.sentence())}</p></div>',
        )
    comments = "".join(
        f'<div class="comment"><div class="user-info"><p>reader{n}, Kessel</p></div><div class="comment-body comment-text"><p>{text(prose.comment())}</p></div><div class="rating"><div>11</div></div></div>'
        for n in range(9)
    )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title)}<body id="harbour"><div class="page-header"><ul class="nav-primary">{items(prose.headlines(8))}</ul></div><div class="alpha"><div id="js-article-text" class="article-text wide" itemscope itemtype="https://schema.org/NewsArticle"><h2>{text(title)}</h2><p class="author-section byline-plain">By ANN WELLER FOR HARBOUR DAILY</p><p class="byline-section"><span class="article-timestamp">Published: 08:00 GMT, 4 March 2026</span></p>'
        f'<div itemprop="articleBody">{"".join(rows)}</div><div class="column-content cleared"><div class="shareArticles"><h3>Share or comment on this article: {text(title)}</h3></div></div></div><div id="most-watched-videos-wrapper" class="mwv_wrapper"><h3>Most watched News videos</h3>{items(prose.headlines(7), "<div><a href=x>{}</a></div>")}</div>'
        f'<div id="reader-comments" class="reader-comments"><h2>Comments</h2>{comments}<p>The views expressed in the contents above are those of our users and do not necessarily reflect the views of the paper.</p></div></div><div class="beta"><div class="puff">{items(prose.headlines(14), "<p><a href=x>{}</a></p>")}</div></div><div class="footer-wrapper"><p>Published by Harbour Papers Ltd</p></div></body></html>',
        wanted,
    )


def wiki(prose: Prose) -> Page:
    """A wiki for news: sources and sisters below the text, edit links in headings, boxes floating right."""
    title, wanted = prose.title(), prose.report(4, 9)
    return Page(
        f'<!DOCTYPE html><html class="client-nojs" lang="en" dir="ltr"><head><meta charset="utf-8"><title>{text(title)} - Wikiharbour, the free news source</title></head><body class="skin-vector mediawiki ltr ns-0"><div id="mw-page-base" class="noprint"></div>'
        f'<div id="content" class="mw-body" role="main"><a id="top"></a><h1 id="firstHeading" class="firstHeading mw-first-heading"><span class="mw-page-title-main">{text(title)}</span></h1><div id="bodyContent" class="vector-body"><div id="siteSub" class="noprint">From Wikiharbour, the free news source you can write!</div><div id="contentSub"></div><a class="mw-jump-link" href="#mw-head">Jump to navigation</a>'
        f'<div id="mw-content-text" class="mw-body-content mw-content-ltr"><div class="mw-parser-output"><p><strong class="published"><span id="publishDate" class="value-title"></span>Wednesday, March 4, 2026 </strong></p><div class="infobox noprint" style="float:right"><b>Dams</b><ul>{items(prose.headlines(3))}</ul></div>{"".join(each(prose, wanted))}'
        f'<div class="mw-heading mw-heading2"><h2 id="Sources">Sources</h2><span class="mw-editsection">[edit]</span></div><ul>{items(prose.headlines(3), "<li><span class=sourceTemplate>Ann Weller. “<a href=x>{}</a>” — <i>Harbour Post</i>, March 4, 2026</span></li>")}</ul></div></div><div id="catlinks" class="catlinks"><ul>{items(["March 4, 2026", "Dams"])}</ul></div></div></div>'
        f'<div id="mw-navigation"><h2>Navigation menu</h2><div id="p-personal" role="navigation"><ul>{items(["Log in"])}</ul></div></div><footer id="footer" class="mw-footer" role="contentinfo"><ul><li>This page was last edited on 4 March 2026, at 08:00.</li><li>All text created after 2005 is available under a licence.</li></ul></footer></body></html>',
        wanted,
    )


def old_weblog(prose: Prose) -> Page:
    """A weblog service of old: the text in one box with line breaks, gadgets at the side, comments below."""
    title, wanted = prose.title(), prose.report(4, 9)
    comments = "".join(f'<dd class="comment-body" id="c{n}"><p>{text(prose.comment())}</p></dd>' for n in range(4))
    return Page(
        f'<!DOCTYPE html><html dir="ltr"><head><title>Low Water: {text(title)}</title></head><body class="item-view loading"><div class="body-fauxcolumns"></div><div class="content"><div class="content-outer"><header><div class="header-inner section"><h1 class="title"><a href="/">Low Water</a></h1><p class="description">Notes from the harbour wall</p></div></header>'
        f'<div class="main-outer"><div class="columns"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>Wednesday, 4 March 2026</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry uncustomized-post-template"><h3 class="post-title entry-title">{text(title)}</h3>'
        f'<div class="post-body entry-content" id="post-body-1">{"<br /><br />".join(each(prose, wanted, "{}"))}<div style="clear: both;"></div></div><div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">Posted by Ann</span><span class="post-timestamp">at 08:00</span></div></div></div><div class="comments" id="comments"><h4>4 comments:</h4><dl>{comments}</dl></div></div></div></div></div></div></div></div>'
        f'<div class="column-right-outer"><aside><div class="sidebar section"><div class="widget BlogArchive"><h2>Blog Archive</h2><ul>{items(prose.headlines(7))}</ul></div><div class="widget Profile"><p>{text(prose.sentence())}</p></div></div></aside></div></div></div></div></div></body></html>',
        wanted,
    )


def portal(prose: Prose) -> Page:
    """A portal that carries others' articles: a lead and a fold, a button to read on, further whole articles below."""
    title, wanted = prose.title(), prose.report(6, 14)
    rows = each(prose, wanted)
    below = "".join(
        f'<div class="ntk-lead"><article><h2 class="card-title"><a href="/a{n}">{text(prose.title())}</a></h2><p class="card-summary">{text(prose.sentence())}</p></article></div>'
        for n in range(5)
    )
    return Page(
        f'<!DOCTYPE html><html lang="en-US">{head(title, linked_data(title))}<body><div id="ybar"><form><input type="text"></form><ul>{items(prose.headlines(4))}</ul></div><main><div class="caas-container"><article role="article" class="caas-figure-opacity"><div class="caas-content-wrapper"><div class="caas-content"><div class="caas-logo"><a href="/h">Harbour Post</a></div><header class="caas-title-wrapper"><h1 data-test-locator="headline">{text(title)}</h1></header>'
        f'<div class="caas-attr-meta"><span class="caas-author-byline-collapse">Ann Weller</span><time>Wed, March 4, 2026 at 8:00 AM · 4 min read</time></div><div class="caas-content-body"><div class="caas-body-wrapper"><div class="caas-body"><figure class="caas-figure"><figcaption class="caption-collapse">{text(prose.sentence())}</figcaption></figure>{"".join(rows[:4])}<div class="caas-readmore"><button class="link caas-button">Story continues</button></div>{"".join(rows[4:])}</div></div></div></div></div></article></div>'
        f'<div id="module-stream" class="stream-related"><h3>Recommended Stories</h3>{below}</div></main><div id="uh-footer"><p>Terms and Privacy Policy</p></div></body></html>',
        wanted,
    )


OTHERS: tuple[Make, ...] = (
    metropolitan,
    page_builder,
    public_german,
    metered_french,
    tabloid,
    wiki,
    old_weblog,
    portal,
)
