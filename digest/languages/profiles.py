"""The commonest short words of languages, for telling which one a text is in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COMMON_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        language: frozenset(words.split())
        for language, words in {
            "en": "the of and to in that was is for on with he said it at by his from has as have be were an not they are who which had but this will been",
            "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um sind noch wie",
            "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son cette ont été mais aux ses ou être",
            "es": "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre ha fue",
            "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está",
            "it": "di che è e la il un a per in una non sono mi si lo ha le con da del al gli della dei nel anche più come ma dal alla su delle ci questo ed nella",
            "nl": "de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om hem dan zou of wat mijn men dit zo door over ze bij ook tot je naar",
            "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år säger under också efter eller nu där",
            "da": "og i at det er en til på som de med for den af der ikke har et han men om var sig fra vi så kan når år siger under også efter eller nu blev",
            "no": "og i det er på en til som av for å har med at de ikke den et om var han men fra seg vi så kan når år sier under også etter eller nå ble",
            "fi": "ja on ei se että oli hän joka mutta kun ovat myös niin sen kuin ole tai mukaan jo vain sekä nyt olla jos hänen ovat kanssa jälkeen vuoden",
            "pl": "w i na z się nie do to że jest o za po jak od przez co ale dla tym ma są był być już tego jego oraz także ze jako może tylko które który",
            "cs": "a v se na je že o s z do i to k ve pro za by ale si po jako podle od jsou které který jeho tak má byl také nebo už jen až při",
            "hu": "a az és hogy nem is egy meg csak ez volt de mint már még el ki azt sem kell van lesz után szerint ha pedig vagy majd között",
            "ro": "de și în a la cu nu pe care că din un o să este mai pentru fi au ce sau prin s-a fost după dar lui sunt ca al ale ar",
            "tr": "ve bir bu için da de ile olarak çok daha olan gibi kadar en ne ama sonra ise o var her oldu değil diye yeni olduğu göre",
            "id": "yang dan di ini dengan untuk dari dalam itu pada tidak adalah akan ke oleh juga telah ada mereka sebagai tersebut kata dapat bisa karena",
            "vi": "và của là có cho các trong được không người một những với đã này khi để cũng từ tại đến ra sẽ về nhiều như ông",
            "ru": "и в не на что он с по как это но из к у за от для о же был его то все так бы года было сообщил будет до также после",
            "uk": "і в не на що з та до у за це як про від для його але по який або були також після року був було під вже через її",
            "bg": "и на да за в се от с че е не са по до това към който при като или беше след още той ще",
            "sr": "и у је да на се за са од не су који као што то је из или али био по до након",
            "el": "και το να του η της με για την τα στο τον από στην που είναι θα ο οι δεν στη σε των τις ότι έχει",
        }.items()
    }
)
"""About thirty words each: enough for a paragraph, too few for a headline, which is why a headline's language is taken as declared."""

SCRIPTS: tuple[tuple[str, str], ...] = (
    ("\u3040-\u30ff", "ja"),
    ("\uac00-\ud7af", "ko"),
    ("\u0e00-\u0e7f", "th"),
    ("\u0590-\u05ff", "he"),
    ("\u0900-\u097f", "hi"),
    ("\u0980-\u09ff", "bn"),
    ("\u0b80-\u0bff", "ta"),
    ("\u0c00-\u0c7f", "te"),
    ("\u10a0-\u10ff", "ka"),
    ("\u0530-\u058f", "hy"),
    ("\u0600-\u06ff", "ar"),
    ("\u4e00-\u9fff", "zh"),
)
"""Scripts that point to one language, or to its commonest one, in the order they are looked for (Japanese before Chinese)."""
