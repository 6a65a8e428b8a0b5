"""A guess whether a text is in English, the only language whose words the desk's rules know."""

from __future__ import annotations

from givequest.domain.desk.message import Message

FEWEST_WORDS = 4
"""Below which a text in Latin letters is taken for English: there is nothing to tell it by."""
_ENGLISH_WORDS = """
the a an and or but of to in on at for with from by is are was were be been am have has had do does did will would can
could should i i'm i've you your you're he she it it's we they them this that these those my me our not no so as if what
when how who where there here all about just like out up get know think good thank thanks hi hello dear
"""
_OTHER_WORDS = """
der die das und ist nicht ich du wir ihr sie es ein eine einen dem den mit auf für von zu im dich dir mir sich auch wie
noch sehr liebe lieber het een en niet ik jij je wij voor met van op te dat maar ook wat heel
le la les un une des et est pas je tu il elle nous vous que qui pour avec dans sur ton ta tes mon ma mes très merci
el los las una y es yo tú por con para muy gracias te se lo o os um uma e é não eu você com muito obrigado
gli uno di che non io sei per molto grazie ciao della
och är inte jag det som på för med av att ett har til og er ikke jeg w na się nie jest to że z jak ty mnie ci bardzo
"""
"""Of German, Dutch, French, Spanish, Portuguese, Italian, Swedish, Danish, Norwegian and Polish."""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_OTHERS = frozenset(_OTHER_WORDS.split()) - _ENGLISH


def is_english(message: Message) -> bool:
    """Return whether a message is in English as far as its commonest words tell."""
    letters = [letter for letter in message.text if letter.isalpha()]
    if sum(letter.isascii() or ord(letter) < 0x250 for letter in letters) * 2 < len(letters):
        return False  # another script
    words = message.words
    if len(words) < FEWEST_WORDS:
        return True
    english = sum(word in _ENGLISH for word in words)
    others = sum(word in _OTHERS for word in words)
    return english >= others and (english > 0 or others == 0)
