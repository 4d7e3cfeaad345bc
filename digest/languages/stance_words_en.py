"""English words that judge a thing: bad, good, sad, dangerous or untrue, as rows of words."""

from __future__ import annotations

import re


def row(text: str) -> str:
    r"""The words of ``text`` as alternatives of a pattern; ``_`` stands for a space, a final ``*`` for any ending.

    >>> row("sham death_knell barbar*")
    'sham|death\\s+knell|barbar\\w*'
    """
    return "|".join(re.escape(word).replace("_", r"\s+").replace(r"\*", r"\w*") for word in text.split())


BAD = row(
    "loophole* defeat_for dark_chapter dark_hour dark_moment dark_time rotten crook crooks rogue* dithered dithering mockery left_to_die heavy-handed cold-blooded execution gift_to hole_in cheat cheats liar liars coward* thief thieves thuggery gag chilling unworthy contempt* obscen* barbar* a_breach damp_squib murderous savage* wicked* immoral unethical undemocratic anti-democratic "
    "unpatriotic unconscionable unprofessional indecent offensive insensitive inflammatory incendiary divisive hateful xenophob* sexist "
    "misogyn* antisemitic anti-semitic islamophobic homophobic bigot* repressive repression oppressive oppression authoritarian autocra* "
    "despotic draconian punitive orwellian kafkaesque vengeful spiteful malicious nefarious corrupt* criminal* fraud* decepti* rigged stolen "
    "shabby shoddy sloppy clumsy botched bungled chaotic chaos incoherent inept* hopeless useless toothless feeble timid spineless gutless "
    "naive delusion* crazy lunacy lunatic mad idiotic idiocy foolish preposterous ludicrous risible grotesque perverse perversion twisted "
    "distasteful tasteless crass vulgar lamentable woeful pathetic pitiful dire disastrous ruinous devastating crippling destructive harmful "
    "detrimental retrograde regressive reactionary lawless* unwarranted unjustified unjustifiable undue unprovoked uncalled_for intrusive "
    "persecution censorship genocid* terror* bloodbath bloodshed carnage slaughter butchery treacher* treason* sabotage vandalism plunder "
    "rip-off swindle con_trick scam charade circus pantomime fiasco debacle mess derelict* abdicat* capitulat* surrender cop-out climbdown "
    "snub affront kick_in_the sell-out stitch-up land_grab onslaught overreach interfer* meddling intimidat* smokescreen fig_leaf "
    "distraction gimmick stunt sop pittance drop_in_the_ocean lip_service hot_air bad_news sad_day_for bad_day bad_deal bad_law bad_idea "
    "wrong_decision bad_decision terrible_decision poor_decision wrong_choice wrong_message wrong_signal bad_precedent terrible_precedent "
    "red_line death_sentence death_knell declaration_of_war race_to_the_bottom coup ploy plot_to pretext excuse lies bully* blind deaf "
    "out_of_touch elitist undignified humiliat* degrading menacing sinister wasteful waste fantasy pipe_dream illusion dead_end non-starter "
    "disservice discrimination exploitation neglect indifferen* cavalier arrogan* high-handed underhand backroom secretive opaque capricious"
)
GOOD = row(
    "superb terrific brilliant magnificent outstanding exemplary admirable commendable laudable praiseworthy noble inspir* uplifting positive "
    "constructive helpful promising hopeful reassuring credible transparent responsible balanced reasonable proportionate timely decisive "
    "pioneering groundbreaking ground-breaking monumental momentous major_step giant_leap real_step significant_step crucial_step "
    "major_advance significant_advance real_advance great_stride boost boon blessing godsend relief best_news best_day best_thing best_gift "
    "best_possible good_sign ray_of_hope light_at turning_point watershed credit_to coup_for dream_come_true vote_of_confidence thoughtful "
    "prudent sound_decision sound_judgment proof_that calm_and peaceful_and free_and_fair an_example_to an_example_for opportunity chance_for"
)
BLAME = row(
    "should_never_have should_not_have should_have_been should_have_done should_be_ashamed did_nothing_to had_done_nothing has_done_nothing does_nothing_to does_nothing_for "
    "do_nothing_to do_nothing_for made_a_mistake got_it_wrong had_no_right has_no_right have_no_right broken_its_promise broken_his_promise broken_her_promise broken_their_promise "
    "broke_its_promise broke_his_promise broke_her_promise broke_their_promise falls_short fell_short fails_to missed_the_point misses_the_point makes_no_sense made_no_sense "
    "came_too_late comes_too_late profits_before profit_before turned_a_blind_eye turning_a_blind_eye passed_the_buck passing_the_buck buried_its_head "
    "under_the_carpet under_the_rug in_the_lurch out_in_the_cold sold_out caved_in gave_in_to giving_in_to bowed_to bowing_to played_politics playing_politics plays_politics "
    "playing_with_lives at_the_expense_of on_the_backs_of favours_the_rich favors_the_rich hurts_the_poor punishes_the crossed_a_line crosses_a_line abused_its abused_his abused_her "
    "abused_their lost_touch lost_control asleep_at_the_wheel in_tatters beneath_contempt"
)
"""How a speaker blames: "should never have been built", "turned a blind eye"."""
BAD_BY = row("robbed betrayed abandoned cheated deceived humiliated forgotten sold_out lied_to left_alone let_down")
"""What a speaker says was done to us: "we were robbed"."""
BAD_DEED = row("stole robbed sold murdered killed betrayed abandoned cheated deceived destroyed ruined")
"""What a speaker says they did to us: "they stole our season"."""
DANGER = row(
    "precedent slippery_slope recipe_for time_bomb playing_with_fire wake-up_call warning_sign warning_signal alarm_signal brink "
    "open_the_door_to opens_the_door_to pandora's_box"
)
HARM = row(
    "spread drive_away scare deter chill cut_off encourage embolden deepen plunge threaten damage weaken erode provoke cause divide ignite inflame "
    "paralyse paralyze bankrupt close ruin cripple kill cost lead_to trigger destroy lose worsen "
    "fuel hurt harm undermine collapse suffer drive_up push_up backfire escalate endanger jeopardise jeopardize lack put"
)
"""What a danger does: "could deter investors"."""
ESCAPE = row(
    "drive_to leave move go_abroad go_elsewhere go_under go_bust go_hungry starve freeze die close shut lose pay_more"
)
"""What somebody says people will do for it: "they'll just drive to the next town"."""
