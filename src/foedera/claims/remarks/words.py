"""The words that tell remarks. General knowledge of English."""

from __future__ import annotations

# Verbs whose clause or quotation is what was said.
SAYING = frozenset(
    """say tell state add note stress underline underscore emphasise emphasize warn claim argue explain confirm recall
    reaffirm reiterate insist declare acknowledge admit concede suggest hint indicate believe remark comment observe
    maintain assert contend deny reply answer retort conclude predict quip joke write tweet post caution complain object
    respond affirm point allege testify muse confide counter interject repeat clarify stipulate lament boast
    assure remind reckon caution caveat jest sigh shrug grin beam murmur protest confess estimate express signal
    disclose reveal announce specify vow swear report echo read quote urge grumble recount report shout laugh
    summarise summarize sum assess plead wonder ask fear hope conclude judge stressed opine explain""".split()
)
# Verbs that say something only with a quotation or a "that": alone they mean other things.
QUOTING = frozenset(
    """post read point shout laugh sigh shrug grin beam express signal ask report reveal disclose urge hope fear
    answer respond suggest announce believe judge counter repeat wonder write indicate vow swear specify
    echo object assess sum plead""".split()
)
# Verbs that say something only with a quotation.
SPOKEN_ONLY = frozenset(
    "advise recommend instruct continue enthuse disagree demand promise chime begin inform speak talk think put go".split()
)
# Verbs that take a stand on what follows: the verb belongs to what is said.
STAND = frozenset(
    """condemn deplore denounce criticise criticize regret reject dismiss applaud commend praise hail thank congratulate
    welcome blame laud decry urge exhort rebuke chide protest lament deride ridicule accuse hail object rule""".split()
)
# Verbs that say again what their object names: the object is what is said.
RESTATING = frozenset(
    """recall reaffirm restate reiterate affirm stress underline underscore emphasise emphasize acknowledge deny
    advocate""".split()
)
# Verbs that say how somebody calls or sees something: the whole phrase is what is said.
CALLING = frozenset("call describe label brand dub characterise characterize portray liken credit attribute".split())
# What one gives voice to.
VOICED = frozenset(
    """concern concerns alarm regret support satisfaction hope confidence appreciation gratitude thanks doubt doubts worry
    opposition condemnation determination readiness commitment interest disappointment surprise reservation reservations
    condolences solidarity thank sympathy outrage dismay scepticism skepticism optimism willingness conviction""".split()
)
VOICING = frozenset("express voice convey register reaffirm reiterate restate repeat".split())
# What one gives, makes or holds when one says something: “gave assurances that”, “is of the view that”.
TOKENS = frozenset(
    """assurance assurances warning view opinion position hope belief conviction reminder message reply answer promise
    guarantee guarantees point case pledge notice confirmation denial complaint claim expectation statement""".split()
)
GIVING = frozenset(
    "give express voice offer issue take have hold repeat make convey send share state deliver be".split()
)
# “made clear that”, “made it known that”.
MADE = frozenset("clear plain known certain public".split())
# What one can tell, in person: “I can assure the House that”.
IN_PERSON = frozenset("assure confirm tell inform announce report reveal".split())
# Verbs of saying behind what was said, as the parser may miss them: “The lake froze, Roe notes.”
BEHIND = frozenset(
    """notes says adds states explains stresses comments recalls emphasises emphasizes continues concludes reckons believes
    argues observes remarks writes said added stated explained stressed commented recalled noted""".split()
)
# Verbs that refuse to say.
DECLINING = frozenset("decline refuse".split())
TELLING = frozenset("say comment disclose confirm answer name discuss reveal elaborate speculate".split())
# Common nouns of those who speak.
SPEAKERS = frozenset(
    """spokesman spokeswoman spokesperson official officials minister ministers secretary president chancellor
    ambassador diplomat diplomats officer officers admiral general commander captain colonel chief director head
    chairman chairwoman chair executive ceo analyst analysts expert experts researcher researchers adviser advisers
    ministry government department navy army command company firm manufacturer shipbuilder institute agency
    commission council embassy leader leaders senator lawmaker lawmakers critics sceptics observers source sources
    delegation union parliament committee author authors economist economists banker fellow
    engineer pilot sailor soldier historian scholar scholars scientist negotiator envoy veteran organisers organizers
    participants side sides parties deputy mayor governor report statement communiqué communique
    panellist panellists panelist moderator speaker player member staffer staffers crew loadmaster major lieutenant
    sergeant interviewee interviewees protesters protester campaigners activist activists colleague counterpart aide
    lawyer lawyers respondent claimant tribunal court auditor premier commissioner rapporteur attaché correspondent
    journalist reporter newspaper paper daily weekly magazine office unit registry panel watchdog team critic
    guest visitor opposition prosecutor judge auditors inspector broker brokers insider insiders management""".split()
)
