"""Article pages in the markup of the systems that news sites run on, half of them to tune on and half to check with.

Each make takes a writer of invented prose and gives the page's source with the paragraphs an editor would call the article.
What stands around them is what such sites put there: consent, navigation, promotions inside the text, captions, repeated quotes,
related links, comments. Crossheads, lists and embedded posts belong to an article; captions, labels and pleas do not.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from bench.page_texts import PEOPLE, Prose


@dataclass(frozen=True)
class Page:
    """The source of a page and the paragraphs of its article."""

    source: str
    wanted: list[str]


Make = Callable[[Prose], Page]


def text(words: str) -> str:
    """Escaped text."""
    return escape(words, quote=False)


def marked(prose: Prose, words: str) -> str:
    """Text with a link or a stress in it, as editors set them."""
    parts = text(words).split(" ")
    if len(parts) > 8 and prose.chance.random() < 0.5:
        at = prose.chance.randrange(2, len(parts) - 4)
        parts[at : at + 3] = [f'<a href="https://harbour.example/{at}">{" ".join(parts[at : at + 3])}</a>']
    return " ".join(parts)


def each(prose: Prose, paragraphs: Iterable[str], form: str = "<p>{}</p>") -> list[str]:
    """Every paragraph in the form a system gives it."""
    return [form.format(marked(prose, one)) for one in paragraphs]


def items(lines: Iterable[str], form: str = '<li><a href="/x">{}</a></li>') -> str:
    """Links elsewhere."""
    return "".join(form.format(text(line)) for line in lines)


def linked_data(title: str, **more: object) -> str:
    """A script of linked data for a news article."""
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": "2026-03-04T08:00:00Z",
    }
    said |= {
        "author": {"@type": "Person", "name": "Ann Weller"},
        "publisher": {"@type": "Organization", "name": "Harbour Post"},
    }
    return f'<script type="application/ld+json">{json.dumps(said | more)}</script>'


def head(title: str, *more: str) -> str:
    """A page's head."""
    return (
        f'<head><meta charset="utf-8"><title>{text(title)} | Harbour Post</title><meta name="viewport" content="width=device-width">'
        f'<meta property="og:title" content="{escape(title)}"><meta property="og:site_name" content="Harbour Post">'
        f'<meta property="article:published_time" content="2026-03-04T08:00:00+00:00">{"".join(more)}</head>'
    )


def weblog(prose: Prose) -> Page:
    """WordPress with a classic theme: sharing buttons, related posts, a newsletter form, comments, a sidebar."""
    title, wanted = prose.title(), prose.report(6, 16)
    body = each(prose, wanted)
    body.insert(
        2,
        '<figure id="attachment_81" class="wp-caption alignnone"><img class="size-full wp-image-81" src="a.jpg" alt="">'
        f'<figcaption class="wp-caption-text">{text(prose.sentence())} (Photo: Ann Weller)</figcaption></figure>',
    )
    comments = "".join(
        f'<li id="comment-{n}" class="comment even depth-1"><article class="comment-body"><footer class="comment-meta"><b class="fn">reader{n}</b> says:</footer>'
        f'<div class="comment-content"><p>{text(prose.comment())}</p></div><div class="reply"><a href="#">Reply</a></div></article></li>'
        for n in range(7)
    )
    return Page(
        f'<!DOCTYPE html><html lang="en-GB">{head(title, linked_data(title))}<body class="post-template-default single single-post has-sidebar"><div id="page" class="site">'
        f'<a class="skip-link screen-reader-text" href="#content">Skip to content</a><header id="masthead" class="site-header"><p class="site-title">Harbour Post</p>'
        f'<nav id="site-navigation" class="main-navigation"><ul id="primary-menu">{items(prose.headlines(3))}</ul></nav></header>'
        f'<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main"><article id="post-81" class="post-81 post type-post status-publish hentry category-news">'
        f'<header class="entry-header"><h1 class="entry-title">{text(title)}</h1><div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published">4 March 2026</time></span><span class="byline"> by Ann Weller</span></div></header>'
        f'<div class="entry-content">{"".join(body)}<div class="mc4wp-form-fields"><p>Get the news of the coast into your inbox every morning.</p><p><label>Email address: <input type="email"></label></p></div>'
        f'<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Share this:</h3><ul><li>Tweet</li><li>Email</li></ul></div></div>'
        f'<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3>{items(prose.headlines(3), "<p>{}</p>")}</div></div>'
        f'<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">News</a></span></footer></article>'
        f'<nav class="navigation post-navigation"><div class="nav-previous"><a href="/p">{text(prose.title())}</a></div></nav>'
        f'<div id="comments" class="comments-area"><h2 class="comments-title">7 thoughts</h2><ol class="comment-list">{comments}</ol><p>Your email address will not be published.</p></div></main></div>'
        f'<aside id="secondary" class="widget-area"><section class="widget widget_text"><p>{text(prose.sentence())}</p></section><section class="widget widget_recent_entries"><ul>{items(prose.headlines(6))}</ul></section></aside></div>'
        f'<footer id="colophon" class="site-footer"><p>Proudly powered by a weblog. {text(prose.sentence())}</p></footer></div><div id="cookie-law-info-bar"><span>This website uses cookies to improve your experience. You can opt out if you wish.</span></div></body></html>',
        wanted,
    )


def arc(prose: Prose) -> Page:
    """Arc: class names of a component system, promotions of other stories as paragraphs in the text, a newsletter box, adverts."""
    title, wanted = prose.title(), prose.report(8, 22)
    body = each(prose, wanted, '<p class="c-paragraph b-article-body__text">{}</p>')
    other = prose.title()
    body.insert(3, f'<p class="interstitial-link block-margin-bottom"><i>[<a href="/o">{text(other)}</a>]</i></p>')
    body.insert(
        5,
        '<div class="arcad-feature-wrapper"><div class="arcad" id="arcad_2"><p class="c-ad__label">ADVERTISEMENT</p></div></div>',
    )
    body.insert(
        7,
        '<div class="c-stack b-promo newsletterPromo" data-style-direction="vertical"><h4 class="c-heading">The Morning Tide</h4><p class="c-paragraph">The stories you need to start your day, in your inbox by seven. Delivered every weekday.</p><p class="c-paragraph">By signing up you agree to our terms of use and privacy policy.</p></div>',
    )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title, linked_data(title))}<body><div id="fusion-app"><div class="c-stack b-right-rail">'
        f'<header class="page-header"><nav class="c-stack b-header-nav-chain"><a href="/">Sections</a>{items(prose.headlines(4), "<a href=x>{}</a>")}</nav></header>'
        f'<section role="main" id="main" tabindex="-1" class="b-right-rail__main"><div class="c-stack b-headline"><h1 class="b-headline__text c-heading">{text(title)}</h1><h2 class="b-subheadline c-heading">{text(prose.sentence())}</h2></div>'
        f'<div class="c-attribution b-byline"><span>By <a href="/a">Ann Weller</a> and <a href="/b">Ruben Tassel</a></span><span class="b-date">March 4, 2026 at 8:00 a.m.</span></div>'
        f'<figure class="c-media-item b-lead-art"><picture><img src="a.jpg"></picture><figcaption><span class="c-media-item__caption">{text(prose.sentence())} </span><span class="c-media-item__credit">(Ann Weller/Harbour Post)</span></figcaption></figure>'
        f'<article class="b-article-body">{"".join(body)}</article>'
        f'<div class="c-stack b-author-bio"><div class="c-stack b-author-bio__content"><h2 class="b-author-bio__author-name">Ann Weller</h2><p class="c-paragraph">Ann Weller has covered the coast for eleven years. She lives with two dogs and a boat that does not float.</p></div></div></section>'
        f'<aside class="c-stack b-right-rail__rail-right"><div class="b-top-table-list-container"><h2>Most read</h2>{items(prose.headlines(6), "<div class=b-top-table-list-xl><h3><a href=x>{}</a></h3></div>")}</div></aside>'
        f'<footer class="c-stack b-footer"><p class="b-footer__copyright">© 2026 Harbour Post. Terms of Service | Privacy Policy</p></footer></div></div></body></html>',
        wanted,
    )


def fields(prose: Prose) -> Page:
    """Drupal: fields in fields, a sidebar of views, tags and service links below the text."""
    title, wanted = prose.title(), prose.report(5, 14)
    teasers = "".join(
        f'<div class="views-row"><div class="views-field views-field-title"><span class="field-content"><a href="/n">{text(prose.title())}</a></span></div><div class="views-field views-field-body"><div class="field-content"><p>{text(prose.sentence())}</p></div></div></div>'
        for _ in range(6)
    )
    crosshead = prose.head()
    wanted.insert(len(wanted) // 2, crosshead)
    body = "".join(f"<h3>{text(one)}</h3>" if one == crosshead else f"<p>{marked(prose, one)}</p>" for one in wanted)
    return Page(
        f'<!DOCTYPE html><html lang="en" dir="ltr">{head(title)}<body class="path-node page-node-type-article"><div class="dialog-off-canvas-main-canvas"><div class="layout-container">'
        f'<header role="banner"><div class="region region-header"><nav role="navigation" class="menu--main"><ul class="menu">{items(prose.headlines(4))}</ul></nav></div></header>'
        f'<div class="region region-breadcrumb"><nav class="breadcrumb"><ol><li><a href="/">Home</a></li><li>News</li></ol></nav></div>'
        f'<main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div class="region region-content"><div id="block-page-title"><h1 class="page-title"><span>{text(title)}</span></h1></div>'
        f'<article role="article" class="node node--type-article node--view-mode-full"><footer class="node__meta"><div class="node__submitted">Submitted by <span>editor</span> on Wed, 03/04/2026 - 08:00</div></footer>'
        f'<div class="node__content"><div class="field field--name-field-image field--type-image field--label-hidden field__item"><img src="a.jpg" alt="The dam"></div><div class="field field--name-field-caption field--type-string field__item">{text(prose.sentence())}</div>'
        f'<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{body}</div>'
        f'<div class="field field--name-field-tags field--type-entity-reference field--label-above"><div class="field__label">Tags</div><div class="field__items"><div class="field__item"><a href="/t">Dams</a></div><div class="field__item"><a href="/t">Councils</a></div></div></div></div></article></div></div>'
        f'<aside class="layout-sidebar-second" role="complementary"><div class="region region-sidebar-second"><div class="views-element-container block"><h2>Latest news</h2>{teasers}</div></div></aside></main>'
        f'<footer role="contentinfo"><p>Harbour Post is published by the Harbour Trust, registered in Vellmar. {text(prose.sentence())}</p></footer></div></div></body></html>',
        wanted,
    )


def amp(prose: Prose) -> Page:
    """An AMP page: a consent element, a sidebar, adverts between paragraphs, a list of recommendations."""
    title, wanted = prose.title(), prose.report(6, 15)
    body = each(prose, wanted)
    body.insert(2, '<amp-ad width="300" height="250" type="doubleclick"><div placeholder>Advertisement</div></amp-ad>')
    body.insert(4, f'<div class="related-inline"><span>Also read</span><a href="/o">{text(prose.title())}</a></div>')
    return Page(
        f'<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><script async src="v0.js"></script><title>{text(title)}</title>{linked_data(title)}<style amp-custom>p{{margin:0}}</style></head><body>'
        f'<amp-consent id="consent" layout="nodisplay"><div id="consent-ui"><p>We and our partners store information on your device. You can accept or reject this at any time.</p><button on="tap:consent.accept">Accept</button></div></amp-consent>'
        f'<amp-sidebar id="sidebar" layout="nodisplay"><ul>{items(prose.headlines(6))}</ul></amp-sidebar><header class="ampstart-headerbar"><div role="button" on="tap:sidebar.toggle">☰</div><a href="/">Harbour Post</a></header>'
        f'<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{text(title)}</h1><div class="amp-wp-meta amp-wp-byline">Ann Weller</div></header>'
        f'<figure class="amp-wp-article-featured-image"><amp-img src="a.jpg" width="600" height="400"></amp-img><figcaption class="wp-caption-text">{text(prose.sentence())}</figcaption></figure>'
        f'<div class="amp-wp-article-content">{"".join(body)}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">Categories: <a href="/n">News</a></div></footer></article>'
        f'<amp-social-share type="email"></amp-social-share><section class="recommendations"><h2>You may also like</h2>{items(prose.headlines(5), "<div class=card><a href=x><h3>{}</h3></a></div>")}</section><footer class="amp-wp-footer"><p>All rights reserved.</p></footer></body></html>',
        wanted,
    )


def components(prose: Prose) -> Page:
    """A built site with hashed class names: every paragraph in a box of its own, link lists and captions as boxes between."""
    title, wanted = prose.title(), prose.report(9, 24)
    boxes = each(
        prose,
        wanted,
        '<div data-component="text-block" class="sc-18fde0d6-0 dlWCEZ"><p class="sc-eb7bd5f6-0 fYAfXe">{}</p></div>',
    )
    crosshead = prose.head()
    wanted.insert(6, crosshead)
    boxes.insert(
        6,
        f'<div data-component="subheadline-block" class="sc-18fde0d6-0 dlWCEZ"><h2 class="sc-f98b1ad2-0 dfvxux">{crosshead}</h2></div>',
    )
    boxes.insert(
        4,
        f'<div data-component="links-block" class="sc-1fba5fb1-0 bXkGVz"><ul class="sc-1fba5fb1-1 jmrRbf">{items(prose.headlines(3), "<li><a href=x class=sc-1fba5fb1-2><span>{}</span></a></li>")}</ul></div>',
    )
    boxes.insert(
        1,
        f'<figure><div data-component="image-block" class="sc-18fde0d6-0"><img src="a.jpg"><span class="sc-2a653de2-0">Harbour Post</span></div><div data-component="caption-block"><figcaption class="sc-8353772e-0">{text(prose.sentence())}</figcaption></div></figure>',
    )
    cards = "".join(
        f'<div data-testid="dundee-card" class="sc-2e6baa30-0"><div class="sc-8ea7699c-3"><h2 data-testid="card-headline" class="sc-8ea7699c-3">{text(prose.title())}</h2><p data-testid="card-description" class="sc-ae29827d-0">{text(prose.sentence())}</p><span class="sc-ab3b1d5-1">2 hrs ago</span></div></div>'
        for _ in range(8)
    )
    state = json.dumps(
        {"props": {"pageProps": {"page": {"title": title, "blocks": [prose.comment() for _ in range(3)]}}}}
    )
    return Page(
        f'<!DOCTYPE html><html lang="en-GB">{head(title, linked_data(title))}<body><div id="__next"><div class="sc-aa0b7cc5-0"><section class="sc-aa0b7cc5-1"><header><nav aria-label="Main"><ul>{items(prose.headlines(5))}</ul></nav></header></section>'
        f'<main id="main-content"><article class="sc-3b6b161a-0 dEGcKf"><div data-component="headline-block" class="sc-18fde0d6-0 dlWCEZ"><h1 class="sc-f98b1ad2-0 dfvxux">{text(title)}</h1></div>'
        f'<div data-component="byline-block"><div data-testid="byline-new" class="sc-2b5e3b35-1"><span>Ann Weller</span><div>Coast correspondent, Vellmar</div></div></div>{"".join(boxes)}'
        f'<div data-component="tags"><div data-component="tag-list" class="sc-1f2bd3ca-1">{items(("Dams", "Vellmar"), "<div><a href=x>{}</a></div>")}</div></div></article>'
        f'<div class="sc-9d830f2a-3"><div data-testid="sydney-section" class="sc-93223220-0"><h2>Related</h2>{cards}</div></div></main>'
        f'<footer data-testid="footer"><p>Copyright © 2026 Harbour Post. The Harbour Post is not responsible for the content of external sites. Read about our approach to external linking.</p></footer></div></div><script id="__NEXT_DATA__" type="application/json">{state}</script></body></html>',
        wanted,
    )


def daily(prose: Prose) -> Page:
    """A broadsheet's own system: pull quotes that repeat the text, rich links, a newsletter sign-up as a figure, an explainer box."""
    title, wanted = prose.title(), prose.report(12, 26)
    body = each(prose, wanted, '<p class="dcr-130mj7b">{}</p>')
    pulled = max(wanted[1:], key=len)[:120]
    body.insert(
        3,
        f'<aside data-spacefinder-role="supporting" data-gu-name="pullquote" class="dcr-19m4xhf"><svg></svg><blockquote class="dcr-zzndwp">{text(pulled)}</blockquote><footer><cite class="dcr-1bkp3pb">{PEOPLE[2]}</cite></footer></aside>',
    )
    body.insert(
        6,
        f'<figure id="rl" data-spacefinder-role="richLink" class="dcr-47fhrn"><gu-island name="RichLinkComponent"><div data-link-name="rich-link-2" class="dcr-1mfia18"><div><h4>{text(prose.title())}</h4></div><div>Read more</div></div></gu-island></figure>',
    )
    body.insert(
        8,
        '<figure id="nl" data-spacefinder-role="inline" class="dcr-173mewl"><a class="dcr-skip" href="#EmailSignup-skip-link">skip past newsletter promotion</a><aside class="dcr-ut8azb" aria-label="newsletter promotion"><p>Sign up to First Light</p><p>Our morning email breaks down the key stories of the day, telling you what’s happening and why it matters</p><div><strong>Privacy Notice: </strong>Newsletters may contain information about charities, online ads, and content funded by outside parties.</div></aside><p id="EmailSignup-skip-link" tabindex="0" class="dcr-jzxpee">after newsletter promotion</p></figure>',
    )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title, linked_data(title, isAccessibleForFree=True))}<body><div id="bannerandheader"><header><nav aria-label="sections">{items(prose.headlines(6), "<a href=x>{}</a>")}</nav></header></div>'
        f'<main data-layout="StandardLayout"><div class="dcr-1qp23oo"><article class="dcr-q8jx4s"><div data-gu-name="title"><a href="/d">Dams</a></div><div data-gu-name="headline"><h1 class="dcr-u0152o">{text(title)}</h1></div>'
        f'<div data-gu-name="standfirst" class="dcr-1yi1cnj"></div><aside data-gu-name="meta"><address aria-label="Contributor info">Ann Weller</address><details><summary>Wed 4 Mar 2026 08.00 GMT</summary>Last modified on Wed 4 Mar 2026 09.12 GMT</details></aside>'
        f'<div data-gu-name="body" class="dcr-14e6wc9"><div id="maincontent" class="article-body-commercial-selector article-body-viewer-selector dcr-fkgohk">{"".join(body)}</div>'
        f'<div class="submeta"><span class="dcr-1xdhyk6">Explore more on these topics</span><ul>{items(("Dams", "Council", "news"))}</ul></div></div></article></div>'
        f'<section class="onwards"><h2>More on this story</h2><ul>{items(prose.headlines(5))}</ul></section><section class="most-viewed"><h2>Most viewed</h2><ol>{items(prose.headlines(10))}</ol></section></main>'
        f"<footer><p>© 2026 Harbour News &amp; Media Limited. All rights reserved. (dcr)</p></footer></body></html>",
        wanted,
    )


def shell(prose: Prose) -> Page:
    """A page that a browser would fill by script: the text is in the linked data alone."""
    title, wanted = prose.title(), prose.report(6, 14)
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title, linked_data(title, articleBody=chr(10).join(wanted)))}<body><noscript>You need to enable JavaScript to run this app. Please allow it in your browser and load the page again.</noscript><div id="root"></div><script src="main.js"></script></body></html>',
        wanted,
    )


def metered(prose: Prose) -> Page:
    """A paywall: two paragraphs, then offers."""
    title, wanted = prose.title(), prose.report(2, 3)
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title, linked_data(title, isAccessibleForFree="False", hasPart={"@type": "WebPageElement", "cssSelector": ".paywalled"}))}<body><header class="top"><nav>{items(prose.headlines(5), "<a href=x>{}</a>")}</nav></header>'
        f'<main><article class="article article--premium"><h1 class="article__title">{text(title)}</h1><p class="article__byline">Ann Weller in Vellmar</p><div class="article__content-body n-content-body">{"".join(each(prose, wanted))}</div>'
        f'<div class="paywalled barrier"><h2>Subscribe to unlock this article</h2><p>Try unlimited access for four weeks. Only 1 crown, then 39 crowns a month. Cancel any time during your trial.</p><h3>Explore our full range of subscriptions.</h3><ul class="offers"><li>Complete digital access to quality journalism on any device.</li><li>Everything in print, delivered to your door six days a week.</li></ul><p>Why the Harbour Post? See why over a million readers pay to read us every day.</p></div></article></main>'
        f"<footer><p>Markets data delayed by at least 15 minutes. © The Harbour Post Ltd 2026.</p></footer></body></html>",
        wanted,
    )


def ticker(prose: Prose) -> Page:
    """A live blog: entries with times and crossheads, a list of key events above."""
    title, wanted, entries = prose.title(), [], []
    for n in range(prose.chance.randint(6, 12)):
        crosshead, paragraphs = prose.title(), prose.report(1, 3)
        wanted += [crosshead, *paragraphs]
        entries.append(
            f'<article class="liveblog__post" id="post-{n}" itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><div class="liveblog__post-meta"><time datetime="2026-03-04T{20 - n:02}:05Z">{20 - n}:05</time></div>'
            f'<h3 class="liveblog__post-title" itemprop="headline">{text(crosshead)}</h3><div class="liveblog__post-text" itemprop="articleBody">{"".join(each(prose, paragraphs))}</div><div class="liveblog__post-share"><a href="#">Share this post</a></div></article>'
        )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title)}<body><header><nav><ul>{items(prose.headlines(4))}</ul></nav></header><main class="liveblog"><h1>{text(title)}</h1>'
        f'<div class="liveblog__key-events"><h2>Key events</h2><ul>{items(prose.headlines(4))}</ul></div><div class="liveblog__posts">{"".join(entries)}</div><button>Load more</button></main><footer><p>Harbour Post. All rights reserved.</p></footer></body></html>',
        wanted,
    )


def legacy(prose: Prose) -> Page:
    """A local paper's page of twenty years ago: tables, fonts and upper-case tags, line breaks for paragraphs."""
    title, wanted = prose.title(), prose.report(4, 10)
    return Page(
        f'<HTML><HEAD><TITLE>{text(title)}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="100%" BORDER="0"><TR><TD COLSPAN="3"><IMG SRC="logo.gif"></TD></TR><TR><TD WIDTH="140" VALIGN="top"><FONT SIZE="2">{items(prose.headlines(7), "<A HREF=x>{}</A><BR>")}</FONT></TD>'
        f'<TD VALIGN="top"><FONT SIZE="5"><B>{text(title)}</B></FONT><BR><FONT SIZE="1">By Ann Weller, Staff Writer</FONT><P><FONT FACE="Times">{"<BR><BR>".join(each(prose, wanted, "{}"))}</FONT></P></TD>'
        f'<TD WIDTH="160" VALIGN="top"><FONT SIZE="1"><B>WEATHER</B><BR>{text(prose.sentence())}<BR><B>ADS</B><BR>{items(prose.headlines(3), "<A HREF=x>{}</A><BR>")}</FONT></TD></TR></TABLE><CENTER><FONT SIZE="1">Copyright 2026 Harbour Post. All rights reserved.</FONT></CENTER></BODY></HTML>',
        wanted,
    )


TUNED: tuple[Make, ...] = (weblog, arc, fields, amp, components, daily, shell, metered, ticker, legacy)
