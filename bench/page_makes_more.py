"""The other half of the makes: nothing is tuned on these, they only check (see ``page_makes``)."""

from __future__ import annotations

from html import escape

from bench.page_makes import Make, Page, each, head, items, linked_data, text
from bench.page_texts import PEOPLE, Prose


def agency(prose: Prose) -> Page:
    """An agency's site: enhancements between paragraphs, a rule before the notes, a hub of related links."""
    title, wanted = prose.title(), prose.report(7, 18)
    wanted[0] = f"VELLMAR (NW) — {wanted[0]}"
    body = each(prose, wanted)
    body.insert(4, '<div class="Advertisement Page-advertisement"><bsp-ad data-size="flex"></bsp-ad></div>')
    body.insert(
        6,
        f'<div class="RelatedStories Enhancement" data-align-center><div class="PageList-header-title">Related Stories</div>{items(prose.headlines(3), "<div class=PageList-items-item><div class=PagePromo><h3 class=PagePromo-title><a href=x><span>{}</span></a></h3><div class=PagePromo-byline>3 MIN READ</div></div></div>")}</div>',
    )
    return Page(
        f'<!DOCTYPE html><html class="StoryPage" lang="en">{head(title, linked_data(title))}<body class="Page-body"><bsp-header class="Page-header"><nav class="Navigation">{items(prose.headlines(6), "<div class=NavigationItem><a href=x>{}</a></div>")}</nav></bsp-header>'
        f'<div class="Page-content"><div class="Page-twoColumn"><main class="Page-main"><div class="Page-lead"><figure class="Figure"><img src="a.jpg"><figcaption class="Figure-caption"><p>{text(prose.sentence())} (NW Photo/Ann Weller)</p></figcaption></figure></div>'
        f'<h1 class="Page-headline">{text(title)}</h1><div class="Page-byline"><div class="Page-authors">By <a class="Link" href="/a">ANN WELLER</a></div><div class="Page-dateModified"><bsp-timestamp>Updated 8:00 AM GMT, March 4, 2026</bsp-timestamp></div></div>'
        f'<div class="Page-storyBody"><div class="RichTextStoryBody RichTextBody">{"".join(body)}</div><div class="Page-storyTags">{items(("Dams", "Vellmar"), "<a href=x>{}</a>")}</div></div>'
        f'<div class="Page-authorInfo"><div class="AuthorBio"><div class="AuthorBio-bio">Weller covers dams and ports for the National Wire. She is based in Vellmar.</div><a href="mailto:x">mailto</a></div></div></main>'
        f'<aside class="Page-aside"><div class="PageListRightRailA"><div class="PageList-header-title">Most read</div>{items(prose.headlines(5), "<div><a href=x>{}</a></div>")}</div></aside></div></div>'
        f'<footer class="Page-footer"><p>The National Wire is an independent news organization. Founded in 1891, it remains a trusted source of fast and accurate news.</p><p>Copyright 2026 National Wire. All Rights Reserved.</p></footer></body></html>',
        wanted,
    )


def wire(prose: Prose) -> Page:
    """A wire's site: paragraphs that are boxes, sign-ups and standards among them, toolbars."""
    title, wanted = prose.title(), prose.report(8, 18)
    boxes = [
        f'<div data-testid="paragraph-{n}" class="text__text__1FZLe text__dark-grey__3Ml43 text__regular__2N1Xr text__small__1kGq2 body__full_width__ekUdw body__small_body__2vQyf article-body__paragraph__2-BtD">{one}</div>'
        for n, one in enumerate(each(prose, wanted, "{}"))
    ]
    boxes.insert(
        2,
        '<div data-testid="promo-box" class="article-body__element__2p5pI"><div class="promo-box__container__19vAv"><p class="text__text__1FZLe promo-box__description">The Tide Briefing has all the news you need to start the day. Sign up <a href="/n">here.</a></p></div></div>',
    )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title, linked_data(title))}<body class="body-with-rail"><div id="fusion-app"><header data-testid="site-header"><nav>{items(prose.headlines(5), "<a href=x>{}</a>")}</nav></header>'
        f'<main id="main-content"><article class="article__container__2MUeZ"><header class="article-header__container"><h1 data-testid="Heading" class="text__text__1FZLe">{text(title)}</h1><div class="info-content__author-date__1Epi_"><span>By <a href="/a">Ann Weller</a></span><time>March 4, 2026 8:00 AM UTC · Updated an hour ago</time></div></header>'
        f'<div class="article-body__wrapper__3IxHM"><div data-testid="ArticleToolbar" class="toolbar__container"><ul><li><button>Aa</button></li><li><button>Share</button></li></ul></div>'
        f'<div data-testid="Image" class="styles__image-container"><img src="a.jpg"><p data-testid="Body" class="text__text__1FZLe caption__body">{text(prose.sentence())} REUTLING/Ann Weller <a href="/l">Purchase Licensing Rights</a></p></div>'
        f'<div class="article-body__content__17Yit">{"".join(boxes)}</div>'
        f'<div class="article-body__footer"><p class="text__text__1FZLe">Our Standards: <a href="/s">The Tide Trust Principles., opens new tab</a></p></div>'
        f'<div data-testid="AuthorBio" class="author-bio__multi-author-container__3qz62"><div class="author-bio__info">Ann Weller<p>Ann is the chief dam correspondent. She joined the wire in 2015 and has reported from four coasts.</p></div></div></div></article>'
        f'<section class="read-next__container"><h2>Read Next</h2>{items(prose.headlines(5), "<div class=story-card><a href=x><h3>{}</h3></a><p>5 mins ago</p></div>")}</section></main></div></body></html>',
        wanted,
    )


def local_paper(prose: Prose) -> Page:
    """A regional publisher's system: itemprop body, adverts in the text, subscriber notes, an inline poll, most popular."""
    title, wanted = prose.title(), prose.report(4, 12)
    body = each(prose, wanted, "<p>{}</p>")
    body.insert(
        2,
        '<div id="tncms-region-article_instory_top" class="tncms-region hidden-print"><div class="tnt-ads-container"><p class="ad-label">Advertisement</p></div></div>',
    )
    body.insert(
        4,
        f'<div class="tnt-inline-asset tnt-inline-relcontent tnt-inline-article"><div class="inline-asset"><h4 class="tnt-headline"><a href="/r">{text(prose.title())}</a></h4><p class="tnt-summary">{text(prose.sentence())}</p></div></div>',
    )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title)}<body class="asset-editorial"><header id="site-header-container"><nav id="main-navigation"><ul>{items(prose.headlines(6))}</ul></nav></header>'
        f'<section id="main-page-container"><div class="row"><div class="col-md-8"><div class="asset-masthead"><ul class="breadcrumb"><li>News</li></ul><h1 class="headline"><span itemprop="headline">{text(title)}</span></h1><ul class="list-inline asset-byline"><li>By ANN WELLER aweller@harbourpost.example</li><li><time datetime="2026-03-04T08:00:00Z">Mar 4, 2026</time></li></ul></div>'
        f'<div class="asset-photo"><img src="a.jpg"><div class="photo-container-caption caption-text"><p>{text(prose.sentence())}</p></div></div>'
        f'<div class="asset-content subscriber-premium"><div itemprop="articleBody" data-asset-uuid="x"><div id="article-body" class="asset-body">{"".join(body)}</div></div></div>'
        f'<div class="asset-tagline"><p>Contact Ann Weller at 555-0117 or aweller@harbourpost.example.</p></div><div id="asset-comments" class="comments"><p>{text(prose.comment())}</p><p>{text(prose.comment())}</p><p>Keep it Clean. Please avoid obscene, vulgar, lewd language.</p></div></div>'
        f'<div class="col-md-4" id="sidebar"><div class="block"><h3>Most Popular</h3><ol>{items(prose.headlines(8))}</ol></div><div class="newsletter-block"><p>Get up-to-the-minute news sent straight to your device.</p></div></div></div></section><footer><p>© Copyright 2026 Harbour Post, Vellmar.</p></footer></body></html>',
        wanted,
    )


def broadcaster(prose: Prose) -> Page:
    """A broadcaster: paragraphs with component attributes, a video with its caption, related articles inside, a list of facts."""
    title, wanted = prose.title(), prose.report(9, 20)
    form = '<p class="paragraph inline-placeholder vossi-paragraph" data-uri="cms/paragraph" data-editable="text" data-component-name="paragraph">{}</p>'
    body = each(prose, wanted, form)
    facts = [prose.sentence() for _ in range(3)]
    at = 5
    wanted[at:at] = facts
    body.insert(
        at,
        f'<ul class="list__items" data-component-name="list">{"".join(f"<li>{text(one)}</li>" for one in facts)}</ul>',
    )
    body.insert(
        2,
        f'<div class="related-content related-content--article" data-component-name="related-content"><a class="related-content__link" href="/r"><div class="related-content__image"><img></div><div class="related-content__info"><p class="related-content__info-title">Related article</p><span class="related-content__headline">{text(prose.title())}</span><span class="related-content__read-time">4 min read</span></div></a></div>',
    )
    body.insert(
        8,
        f'<div class="video-resource" data-component-name="video-resource"><div class="video-resource__wrapper"><video></video><div class="video-resource__details"><span class="video-resource__headline">{text(prose.title())}</span><span class="video-resource__timestamp">01:58 - Source: HP</span></div></div></div>',
    )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title, linked_data(title))}<body class="layout layout-with-rail"><div class="header__wrapper"><nav class="header__nav">{items(prose.headlines(6), "<a class=header__nav-item-link href=x>{}</a>")}</nav></div>'
        f'<section class="layout__wrapper"><section class="layout__main"><div class="headline headline--has-lowertext"><h1 class="headline__text" id="maincontent">{text(title)}</h1><div class="headline__footer"><div class="byline">By <span class="byline__name">Ann Weller</span>, Harbour TV</div><div class="timestamp">4 minute read Updated 8:00 AM EST, Wed March 4, 2026</div></div></div>'
        f'<article class="article" role="main"><section class="body tabcontent active" data-tabcontent="Content"><main class="article__main"><div class="image__lede article__lede-wrapper"><div class="image"><img src="a.jpg"><div class="image__metadata"><div class="image__caption attribution"><span class="inline-placeholder">{text(prose.sentence())}</span></div><figcaption class="image__credit">Ann Weller/HTV</figcaption></div></div></div>'
        f'<div class="article__content-container"><div class="article__content" itemprop="articleBody">{"".join(body)}</div></div></main></section></article></section><section class="layout__rail"><div class="container__headline">{items(prose.headlines(8), "<div class=card><span class=container__headline-text>{}</span></div>")}</div></section></section>'
        f'<div class="user-feedback"><h2>Ad Feedback</h2><p>How relevant is this ad to you? Did you encounter any technical issues?</p></div><footer class="layout__footer"><p>© 2026 Harbour TV. A Harbour Company. All Rights Reserved.</p></footer></body></html>',
        wanted,
    )


def letter(prose: Prose) -> Page:
    """A letter by mail: subscription boxes and buttons in the text, footnotes, a discussion below."""
    title, wanted = prose.title(), prose.report(8, 18)
    body = each(prose, wanted)
    crosshead = prose.head()
    wanted.insert(4, crosshead)
    body.insert(
        4,
        f'<h2 class="header-anchor-post">{crosshead}<div class="pencraft pc-display-flex"><div class="pencraft">Link copied</div></div></h2>'.replace(
            "Link copied", ""
        ),
    )
    body.insert(
        3,
        '<div class="subscription-widget-wrap-editor" data-component-name="SubscribeWidgetToDOM"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">Thanks for reading Low Water! Subscribe for free to receive new posts and support my work.</p></div><form class="subscription-widget-subscribe"><input type="email"></form></div></div>',
    )
    body.append(
        '<p class="button-wrapper" data-component-name="ButtonCreateButton"><a class="button primary" href="/s"><span>Share Low Water</span></a></p>'
    )
    comments = "".join(
        f'<div class="comment"><div class="comment-meta">reader{n} · Mar 4</div><div class="comment-body"><p><span>{text(prose.comment())}</span></p></div><div class="comment-actions">Like Reply Share</div></div>'
        for n in range(6)
    )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title)}<body class="body"><div id="entry"><div id="main" class="main typography"><div class="pencraft topbar"><a href="/">Low Water</a><button>Subscribe</button><button>Sign in</button></div>'
        f'<div class="single-post-container"><div class="container"><div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">{text(title)}</h1><h3 class="subtitle"></h3><div class="pencraft byline-wrapper"><a href="/a">Ann Weller</a><div class="meta">Mar 04, 2026</div></div></div>'
        f'<div><div class="available-content"><div dir="auto" class="body markup">{"".join(body)}</div></div></div></article></div></div></div><div class="single-post-section comments-section"><div class="comments-page"><h4>Discussion about this post</h4><div class="comment-list">{comments}</div></div></div>'
        f'<div class="single-post-section"><div class="portable-archive">{items(prose.headlines(4), "<div class=post-preview><a href=x>{}</a></div>")}<p>Ready for more?</p></div></div><div class="footer-wrap publication-footer"><div class="footer-terms">© 2026 Ann Weller · Privacy · Terms · Collection notice</div></div></div></div></body></html>',
        wanted,
    )


def ministry(prose: Prose) -> Page:
    """A government's press release: metadata lists, a numbered list of notes, contents, feedback forms."""
    title, wanted = prose.title(), prose.report(6, 12)
    bullets = [prose.sentence().rstrip(".") for _ in range(4)]
    body = each(prose, wanted)
    wanted[3:3] = bullets
    body.insert(3, f"<ul>{''.join(f'<li>{text(one)}</li>' for one in bullets)}</ul>")
    return Page(
        f'<!DOCTYPE html><html lang="en" class="govuk-template">{head(title)}<body class="gem-c-layout-for-public govuk-template__body"><div id="global-cookie-message" class="gem-c-cookie-banner govuk-cookie-banner" role="region"><div class="gem-c-cookie-banner__content"><p class="govuk-body">We use some essential cookies to make this website work. We’d like to set additional cookies to understand how you use it.</p></div></div>'
        f'<a href="#content" class="gem-c-skip-link govuk-skip-link">Skip to main content</a><header role="banner" class="gem-c-layout-super-navigation-header"><nav>{items(prose.headlines(6))}</nav></header><div class="govuk-width-container"><div class="gem-c-contextual-breadcrumbs"><nav><ol><li>Home</li></ol></nav></div>'
        f'<main role="main" id="content" class="news-article" lang="en"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-xl gem-c-heading__context">Press release</span><h1 class="gem-c-heading__text govuk-heading-xl">{text(title)}</h1></div>'
        f'<div class="metadata-logo-wrapper"><div class="gem-c-metadata"><dl><dt class="gem-c-metadata__term">From:</dt><dd class="gem-c-metadata__definition"><a href="/o">Ministry of Dams</a></dd><dt class="gem-c-metadata__term">Published</dt><dd class="gem-c-metadata__definition">4 March 2026</dd></dl></div></div></div>'
        f'<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="gem-c-govspeak-html-publication"><div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">{"".join(body)}</div></div></div>'
        f'<div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a href="/f">Share on Facebook (opens in new tab)</a></li></ul></div><div class="gem-c-published-dates">Published 4 March 2026</div></div>'
        f'<div class="govuk-grid-column-one-third"><div class="gem-c-contextual-sidebar"><h2>Related content</h2><nav><ul>{items(prose.headlines(4))}</ul></nav></div></div></div></main>'
        f'<div class="gem-c-feedback govuk-clearfix"><h3>Is this page useful?</h3><p>Help us improve. To help us improve, we’d like to know more about your visit today. Please fill in this survey.</p></div></div><footer class="gem-c-layout-footer govuk-footer" role="contentinfo"><p>All content is available under the Open Licence, except where otherwise stated</p></footer></body></html>',
        wanted,
    )


def builder(prose: Prose) -> Page:
    """A site builder: hashed boxes within boxes, fonts as class names, empty paragraphs between, no article element."""
    title, wanted = prose.title(), prose.report(5, 12)
    body = '<p class="font_8 wixui-rich-text__text"><span class="wixGuard wixui-rich-text__text">\u200b</span></p>'.join(
        each(
            prose,
            wanted,
            '<p class="font_8 wixui-rich-text__text"><span style="color:#000" class="wixui-rich-text__text">{}</span></p>',
        )
    )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title)}<body class="device-desktop"><div id="SITE_CONTAINER"><div id="main_MF" class="main_MF"><header id="SITE_HEADER_WRAPPER" class="Oq9Fk1"><div id="comp-k1" class="comp-k1"><nav><ul>{items(prose.headlines(5))}</ul></nav></div></header>'
        f'<main id="PAGES_CONTAINER" class="PAGES_CONTAINER"><div id="c1" class="dBAkHi"><div class="HT5ybB" data-testid="mesh-container-content"><section id="comp-a" class="Oqnisf"><div data-testid="inline-content"><div id="comp-b" class="HcOXKn SxM0TO QxJLC3" data-testid="richTextElement"><h1 class="font_2 wixui-rich-text__text">{text(title)}</h1></div>'
        f'<div id="comp-c" class="HcOXKn SxM0TO QxJLC3 comp-c wixui-rich-text" data-testid="richTextElement">{body}</div></div></section><section id="comp-d" class="Oqnisf"><div id="comp-e" class="HcOXKn SxM0TO comp-e wixui-rich-text" data-testid="richTextElement"><h4 class="font_4">Stay in touch</h4><p class="font_8">Write to us at desk@harbourpost.example or call between nine and five.</p></div></section></div></div></main>'
        f'<footer id="SITE_FOOTER_WRAPPER"><div data-testid="richTextElement"><p class="font_9">©2026 by Harbour Post. Proudly created by volunteers.</p></div></footer></div></div></body></html>',
        wanted,
    )


def interview(prose: Prose) -> Page:
    """Questions in bold and short answers, in a theme whose class names are all of one style."""
    title, wanted, rows = prose.title(), [prose.paragraph()], []
    rows.append(f"<p>{text(wanted[0])}</p>")
    for n in range(prose.chance.randint(5, 9)):
        question = f"{prose.head()}, and what of {PEOPLE[n % len(PEOPLE)]}?"
        answers = prose.report(1, 2)
        wanted += [question, *answers]
        rows.append(f"<p><strong>{text(question)}</strong></p>" + "".join(f"<p>{text(one)}</p>" for one in answers))
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title)}<body class="single"><div class="td-header-wrap"><ul class="td-menu">{items(prose.headlines(6))}</ul></div><div class="td-main-content-wrap"><div class="td-container"><div class="td-pb-row"><div class="td-pb-span8 td-main-content"><div class="td-ss-main-content">'
        f'<div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/i">Interviews</a></li></ul><header class="td-post-title"><h1 class="entry-title">{text(title)}</h1><div class="td-module-meta-info"><div class="td-post-author-name">By Ann Weller</div><span class="td-post-date">March 4, 2026</span><div class="td-post-views">1,204</div></div></header></div>'
        f'<div class="td-post-sharing-top"><a>Facebook</a><a>Twitter</a></div><div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><img src="a.jpg"><figcaption class="wp-caption-text">{text(prose.sentence())}</figcaption></figure></div>{"".join(rows)}'
        f'<div class="td-a-rec td-a-rec-id-content_bottom"><span class="td-adspot-title">- Advertisement -</span></div></div><footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>TAGS</span></li><li><a href="/t">dams</a></li></ul></div><div class="td-block-row td-post-next-prev"><div>Previous article<a href="/p">{text(prose.title())}</a></div></div><div class="author-box-wrap"><div class="desc"><div class="td-author-description">{text(prose.sentence())} {text(prose.sentence())}</div></div></div></footer>'
        f'<div class="td_block_wrap td_block_related_posts"><h4>RELATED ARTICLES</h4>{items(prose.headlines(3), "<div class=td_module_related_posts><h3 class=entry-title><a href=x>{}</a></h3></div>")}</div></div></div><div class="td-pb-span4 td-main-sidebar"><div class="td_block_wrap">{items(prose.headlines(5), "<h3 class=entry-title><a href=x>{}</a></h3><div class=td-excerpt>" + escape(prose.sentence()) + "</div>")}</div></div></div></div></div><div class="td-sub-footer-container">© Harbour Post</div></body></html>',
        wanted,
    )


def brief(prose: Prose) -> Page:
    """Two short paragraphs in a page full of other things, each with as many words."""
    title, wanted = prose.title(), prose.report(2, 2)
    cards = "".join(
        f'<div class="card"><h3 class="card__title"><a href="/x">{text(prose.title())}</a></h3><p class="card__excerpt">{text(prose.sentence())}</p></div>'
        for _ in range(9)
    )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title, linked_data(title))}<body><header class="site"><nav>{items(prose.headlines(9), "<a href=x>{}</a>")}</nav></header><main class="page"><article class="article"><h1 class="article__headline">{text(title)}</h1><div class="article__meta">04.03.2026, 08:00</div>'
        f'<div class="article__body rich-text">{"".join(each(prose, wanted))}</div><div class="article__share">Share on Facebook</div></article><section class="teasers"><h2>More news</h2>{cards}</section></main><footer class="site-foot"><p>{text(prose.sentence())}</p></footer></body></html>',
        wanted,
    )


def shared(prose: Prose) -> Page:
    """A social post quoted in the text, a correction at its end, lines that lead to other stories between."""
    title, wanted = prose.title(), prose.report(7, 14)
    post = "Nobody asked us. Nobody ever does. #Vellmar"
    body = each(prose, wanted)
    wanted.insert(3, f"{post} — Tomas Okoro (@tokoro) March 4, 2026")
    wanted.append("Correction: an earlier version of this article named the wrong month.")
    body.insert(
        3,
        f'<div class="embed embed--twitter"><blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">{text(post)}</p>&mdash; Tomas Okoro (@tokoro) <a href="https://social.example/t/1">March 4, 2026</a></blockquote><script async src="w.js"></script></div>',
    )
    body.insert(5, f'<p><strong>READ MORE: <a href="/m">{text(prose.title())}</a></strong></p>')
    body.insert(7, f'<p><em><a href="/m">{text(prose.title())}</a></em></p>')
    body.append(f"<p><em>{wanted[-1]}</em></p>")
    body.append(
        "<p><em>Do you know more about this story? Email our desk in confidence at tips@harbourpost.example.</em></p>"
    )
    return Page(
        f'<!DOCTYPE html><html lang="en">{head(title, linked_data(title))}<body class="t-light"><div class="o-header"><ul class="o-menu">{items(prose.headlines(7))}</ul></div><div class="l-main"><div class="o-article"><h1 class="o-article__title">{text(title)}</h1><div class="o-article__by">Ann Weller</div>'
        f'<div class="o-article__content js-content">{"".join(body)}</div></div><div class="l-rail"><div class="o-list"><h2>Trending now</h2>{items(prose.headlines(6))}</div></div></div><div class="o-footer"><p>Harbour Post is owned by its readers. {text(prose.sentence())}</p></div></body></html>',
        wanted,
    )


CHECKED: tuple[Make, ...] = (
    agency,
    wire,
    local_paper,
    broadcaster,
    letter,
    ministry,
    builder,
    interview,
    brief,
    shared,
)
