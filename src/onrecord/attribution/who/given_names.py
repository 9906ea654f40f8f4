"""Given names that are mostly women's or mostly men's: evidence of gender, and that two capitalised words name a person.

A name that is in neither list says nothing. The lists are ours, written from general knowledge of many languages.
"""

from __future__ import annotations

from onrecord.attribution.who.gender import Gender

_WOMEN = """
Aaliyah Abena Abeni Abigail Ada Adaeze Adele Adriana Agata Agatha Agnes Agnieszka Aicha Aida Aileen Ailsa Aino Aisha
Akiko Akosua Alba Alejandra Aleksi Alessandra Alexandra Alexis Alice Alicia Alina Aline Alison Allison Alma Alyssa Ama
Amaka Amalia Amanda Amber Amelia Amelie Amina Aminata Amira Amy Ana Anastasia Andrea Angela Angelica Angelina Angharad
Anika Anita Anja Anjali Ann Anna Annabel Anne Anneke Annelies Annelise Annemarie Annette Annie Annika Anouk Antonia
Aoife April Araminta Ariadna Ariana Arlene Arlette Asa Asdis Ashley Asma Assunta Astrid Asuncion Audrey Aurelie Aurora
Ava Awa Ayesha Ayse Azadeh Barbara Bea Beate Beatrice Beatrix Beatriz Becky Belinda Benedicte Bergljot Berit
Bernadette Bernice Bess Beth Bethany Betsy Betty Beverly Bianca Biljana Binta Birgit Birgitte Bodil Bonnie Borghild
Brenda Bridget Brigitte Britta Brittany Bronwen Bryndis Camila Camilla Camille Cara Carla Carmen Carol Carole Carolina
Caroline Carolyn Carrie Carys Catalina Catherine Cathy Catriona Cecilia Cecilie Celia Celine Chantal Charlotte Chelsea
Cheryl Chiara Chioma Chloe Christa Christina Christine Ciara Cindy Claire Clara Clare Clarissa Clarisse Claudia
Colleen Concetta Connie Consuelo Cora Cordelia Corinne Courtney Crystal Cynthia Dagmar Daisy Dalia Dana Daniela
Danielle Danuta Daphne Darla Darlene Dawn Debbie Deborah Debra Deepika Defne Deirdre Delia Delphine Denise Desislava
Dewi Diana Diane Dilma Dolores Dominique Donna Dora Doreen Doris Dorothy Dorte Dot Dottie Dragana Ebba Edith Edna Eeva
Effie Efua Eileen Eilidh Eilis Eimear Ekaterina Elaine Eleanor Elena Eleni Eleri Elif Elin Elina Elisa Elisabeth Elise
Eliza Elizabeth Ella Ellen Ellie Elodie Elsa Elsbeth Else Elspeth Elvira Emilia Emilie Emily Emine Emma Erica Erika
Erin Esi Esme Esperanza Esra Estefania Estelle Esther Eszter Ethel Eugenia Eva Eve Evelyn Ewa Fabienne Faith Farah
Farida Fatima Fatma Fatou Fatoumata Faye Federica Felicia Felicity Femke Ffion Fiona Fleur Flora Florence Folake Fran
Frances Francesca Francine Francoise Freda Freya Frieda Gabriela Gabriella Gabrielle Gail Galina Gemma Genevieve
Georgia Georgina Geraldine Gerda Gertrude Ghada Gina Ginevra Ginny Giorgia Giovanna Gisela Giulia Gladys Glenda Gloria
Goedele Grace Graciela Grainne Grazyna Greta Gretchen Gretel Griet Gro Guadalupe Gudny Gudrid Gudrun Gunilla Gwen
Gwendolyn Halima Halina Halyna Hanan Hanna Hannah Hanne Harriet Haruka Hatice Hayley Hazel Heather Hedda Hedvig Hedwig
Hege Heidi Heidrun Heike Helen Helena Helene Helga Helle Henrietta Henriette Hettie Hilary Hilda Hilde Hildur Hilkka
Hillary Holly Hope Huda Hui Huma Huong Ida Ilana Ilaria Ildiko Ilka Ilona Ilse Iman Imelda Immacolata Imogen Ina India
Ines Inez Inga Inge Ingeborg Ingeburg Ingrid Inmaculada Ioana Iona Irena Irene Irina Iris Irma Irmgard Iryna Isabel
Isabella Isabelle Isadora Isla Itzel Ivana Ivanka Ivy Jacinda Jackie Jacqueline Jade Jadwiga Jana Jane Janet Janice
Janine Jasmine Jeanette Jeanne Jelena Jenna Jennifer Jenny Jessica Jill Jillian Jing Joan Joana Joanna Joanne Jocelyn
Jodie Johanna Joni Jorunn Josephine Joyce Juanita Judith Judy Julia Juliana Julianne Julie Juliet Juliette June Juno
Justine Kaisa Kaja Kajsa Kamala Karen Kari Karin Karina Karla Karolina Karoline Katalin Katarina Katarzyna Kate
Katerina Kateryna Katharina Katherine Kathleen Kathryn Kathy Katia Katie Katja Katrin Katrina Kavita Kay Kayla Keiko
Kellie Kellyanne Kerstin Khadija Kirsteen Kirsten Kirstin Kirsty Klara Kristen Kristin Kristina Kristine Lakshmi Laleh
Lamia Lan Lana Larissa Latifa Laura Lauren Laurie Lavinia Layla Lea Leah Leila Lena Leni Lenka Leona Leonie Leonor
Leslie Leticia Leyla Lidia Liesbeth Liesel Lieve Liisa Lila Lilian Lillian Lily Lina Linda Lindiwe Lindsay Lindsey
Line Linh Linnea Lisa Lisbeth Lise Liselotte Lisette Liv Livia Liz Liza Ljiljana Lois Lola Loretta Lorna Lorraine
Lotte Lottie Louise Lowri Lucia Lucie Lucille Lucinda Lucy Ludmila Ludmilla Ludovica Luisa Luise Lupita Lydia Lynda
Lynn Lynne Maarit Mabel Madeleine Madeline Madison Maeve Mafalda Magda Magdalena Maggie Mai Maja Malala Malgorzata
Malin Mandy Manon Manuela Mara Marcela Marcia Maren Margaret Margarita Margaux Margit Margot Margrethe Marguerite
Maria Mariam Mariama Mariana Marianne Maribel Marie Marieke Mariella Marietta Marija Marijke Marilyn Marina Marine
Marisa Marisol Marit Marjorie Marla Marlene Marnie Marsha Marta Martha Marthe Martina Martine Mary Maryam Mathilde
Matilda Maud Maureen Maxine May Maya Meera Megan Mei Mei-Ling Melania Melanie Melinda Melissa Mercedes Meredith Merete
Meryem Mette Mhairi Mia Michaela Michele Michelle Mieke Mihaela Mila Mildred Milena Milica Min-ji Mina Mira Miranda
Mireille Miriam Molly Mona Monica Monika Monique Montserrat Morag Morgana Muriel Myra Myriam Nadia Nadine Nadira
Nafissatou Nan Nana Nancy Naoko Naomi Nasrin Natalia Natalie Natasha Nathalie Nell Nellie Nerys Nesrin Nessa Netta
Nettie Ngozi Niamh Nichola Nicola Nicole Nicoletta Nikki Nina Nino Nisha Njeri Noelle Noemi Nomvula Noor Nora Norma
Nour Noura Nuria Nusrat Octavia Odette Oksana Olena Olga Olivia Oona Ophelia Oriana Orla Orsolya Oumou Paige Paivi
Paloma Pam Pamela Parisa Parveen Patience Patricia Patty Paula Paulette Paulina Pauline Paz Pearl Peggy Penelope Penny
Petra Phoebe Phyllis Pia Pilar Pippa Polly Pooja Priscilla Priti Priya Priyanka Prudence Prue Putri Rachel Radha Ragna
Ragnfrid Ragnhild Raluca Ramata Ramona Rana Rania Raquel Rebecca Regina Reina Rekha Renata Renate Renee Rhian Rhonda
Rima Rita Roberta Robyn Rochelle Rocio Roisin Rokia Rosa Rosalia Rosalie Rosalind Rosamund Rose Rosemarie Rosemary
Rosie Rowena Roxanne Roya Ruby Rukhsana Ruth Sabina Sabine Sabrina Sadie Saira Sakura Sally Salma Samantha Samira
Sandra Sanna Sanne Saoirse Sara Sarah Saskia Selin Selma Serena Shabana Shannon Shanti Sharon Shazia Sheila Shelley
Sheri Sherry Shireen Shirin Shirley Sian Sibyl Sidsel Signe Sigrid Sigridur Silje Silke Silvia Simone Sinead Siobhan
Siri Sissel Siti Snezana Sofia Sofie Solange Solfrid Solomiya Solveig Solvej Sonia Sonja Soo-jin Sophia Sophie Soraya
Stacey Stefania Stefanie Stella Stephanie Sue Sunetra Sunita Sunniva Susan Susana Susanna Susanne Susie Suzanne
Svetlana Sybil Sylvia Sylvie Tamar Tamara Tammy Tania Tanja Tansy Tanya Tara Tatiana Teresa Tess Tessa Thandi Thea
Thelma Theodora Theresa Therese Thora Thuy Tiffany Tilda Tina Toni Tove Tracey Tricia Trine Trudi Trudy Tulsi Turid
Tuula Ulla Ulrike Una Unni Ursula Usha Uzma Valentina Valeria Valerie Vandana Vanessa Vera Verena Verity Veronica
Veronika Veronique Vesna Vibeke Victoria Vigdis Viktoria Viola Violet Violeta Virginia Vivian Viviane Vivienne
Waltraud Wanda Wanjiru Wenche Wendy Whitney Wilhelmina Wilma Winifred Xenia Ximena Xiomara Xiu Yasmin Yasmine Yelena
Yelizaveta Yetunde Ying Yolanda Yuki Yulia Yvette Yvonne Zahra Zainab Zanele Zara Zelda Zeynep Zoe Zofia Zsofia Zuzana
"""
_MEN = """
Aaron Abdoulaye Abdul Abdullah Abel Abraham Achim Adam Adao Adnan Adolf Adrian Afonso Agus Ahmad Ahmed Ahmet Aidan Ake
Akira Aksel Al Alan Alaric Alasdair Alastair Albert Alberto Aldo Alec Aled Alejandro Aleksandar Aleksander Alessandro
Alex Alexander Alexandre Alexei Alfonso Alfred Alfredo Algernon Ali Alistair Allan Allen Alun Alvaro Alvin Amadou
Ambrogio Ambroise Ambrose Amir Anatole Anatoli Anatoly Anders Andre Andreas Andrei Andres Andrew Andriy Andrzej Andy
Angus Anil Anselmo Anssi Anthony Antoine Anton Antonin Antonio Antony Ari Arif Arild Arjun Arkady Armand Armando Arne
Arnold Aron Arthur Artur Arturo Arvid Asbjorn Ashok Ashraf August Auguste Aurelio Axel Aziz Babak Baltazar Bambang
Baptiste Barack Barnabas Barnaby Barney Barron Barry Bart Bartholomew Bartosz Bashar Basil Bastien Bela Ben Benedict
Bengt Benito Benjamin Benny Bent Beppe Bernard Bernardo Bernd Bernie Bert Bertil Bertrand Bijan Bilal Bill Billy
Birger Birk Bjarne Bjorn Bo Bob Bobby Bogdan Bogumil Bohdan Bongani Boris Bosse Boubacar Boyko Brad Bradley Bram
Brandon Branko Brendan Brent Brett Brian Bruce Bruno Bryan Budi Byron Caleb Callum Calvin Cameron Carl Carlo Carlos
Carmine Carsten Casimir Cathal Cecil Cedric Cem Cesar Chad Charles Charlie Cheikh Chester Chidi Chinedu Christian
Christoph Christophe Christopher Chuck Ciaran Ciro Claes Clarence Claude Claus Clayton Clement Cliff Clifford Clint
Clive Clyde Cody Colin Colm Connor Conor Conrad Corey Cormac Cornelius Cory Cosmo Craig Crispin Curtis Cuthbert Cyril
Cyrus Czeslaw Daan Dafydd Dag Dale Damian Damien Dan Daniel Daniele Danny Dario Darius Dariush Darrell Darren Daryl
Dave David Davide Dean Declan Deepak Dejan Denis Dennis Denzel Derek Dermot Desmond Detlef Devin Dewi Diarmuid Dick
Didier Diego Dieter Dietmar Digby Dimitar Dimitri Dinesh Dirk Dmitri Dmitry Domingo Dominic Donal Donald Donny Doug
Douglas Dragan Drew Duarte Duc Duncan Dusan Dustin Dwayne Dwight Dylan Eamon Earl Eberhard Ed Eddie Edgar Edmund
Edoardo Eduard Eduardo Edvard Edward Edwin Eero Egil Egon Einar Eirik Ekkehard Elias Elijah Elio Elis Elliot Elliott
Elmer Emanuel Emeka Emil Emile Emilio Emlyn Emmanuel Emre Emrys Enda Enrico Enrique Eoin Ephraim Eric Erik Erling
Ernest Ernesto Ernst Errol Esa Eskil Esteban Ethan Etienne Euan Eudes Eugene Eusebio Evan Evaristo Evgeny Ewan Eystein
Ezra Fabian Fabio Fabrice Fadi Farhad Farhan Farid Farouk Fausto Federico Felipe Felix Femi Ferdinand Ferenc Fergus
Fermin Fernando Fidel Filip Finlay Finn Fintan Fitzroy Fletcher Florian Floyd Francesco Francisco Franco Francois
Frank Frans Franz Fraser Fred Freddie Frederic Frederick Frederik Fredrik Fridtjof Friedrich Fritz Gabor Gabriel
Gaetano Gareth Gary Gaspar Gaston Gavin Gbenga Geert Geir Gene Gennady Gennaro Geoff Geoffrey Georg George Georges
Georgi Geraint Gerald Gerard Gerd Gerhard Gerry Gethin Ghassan Gheorghe Ghislain Giacomo Gianni Gijs Gilbert Gilles
Gino Giorgio Giovanni Giuliano Giuseppe Glen Glenn Godfrey Gontran Gonzalo Gopal Goran Gordon Gosta Gottfried Graeme
Graham Grant Greg Greger Gregor Gregory Grigory Gudmund Guido Guillaume Guillermo Gunnar Gunther Gus Gustav Gustavo
Guy Gwilym Gwyn Gyorgy Haakon Haavard Hakan Hal Halfdan Hallvard Halvor Hamid Hamish Hamza Hank Hannes Hans Harald
Hari Harold Haroon Harry Hartmut Harvey Hasan Hassan Hector Heikki Heinrich Heinz Helge Helmut Helmuth Hendrik Henk
Henri Henrik Henrique Henry Herbert Herman Hermann Hernan Herve Hideo Hiro Hiroshi Hisham Hjalmar Holger Horace Horst
Howard Hubert Hugh Hugo Humayun Humphrey Hung Hussein Huub Huw Hywel Iain Ian Ibrahim Ibrahima Idris Idrissa Ieuan
Ifeanyi Ignacio Igor Ihor Ike Ilkka Ilya Imran Imre Imtiaz Inigo Ioan Iolo Ira Irving Isaac Isidore Ismael Ismail
Istvan Ivan Ivar Ivo Iwan Jaap Jack Jacob Jacques Jae Jaime Jair Jake Jakob Jakub Jamal James Jamie Jamil Jan Janne
Janos Jared Jarkko Jarl Jaroslav Jaroslaw Jasper Javier Jay Jean Jeb Jeff Jefferson Jeffrey Jelle Jens Jeremiah Jeremy
Jerker Jeroen Jerome Jerry Jesper Jesse Jesus Jethro Jim Jimmy Joachim Joao Joaquim Joaquin Jochen Joe Joel Joerg
Johan Johann Johannes John Johnny Jolyon Jon Jonah Jonas Jonathan Jonte Joon Joost Jordan Jorg Jorge Joris Jorrit
Joschka Jose Josef Joseph Josh Joshua Jostein Jozsef Juan Juha Jukka Jules Julian Julien Julio Jun Junaid Jurgen
Justin Kai Kamau Kamran Kare Karel Kari Karim Karl Karsten Karthik Kasper Kaveh Kazuo Kees Keir Keith Kemal Ken Kenji
Kenneth Kenny Kent Kenta Kevan Kevin Khalid Khizr Kieran Kimmo Kirk Kjell Klaas Klaus Knut Koen Kofi Kojo Konrad
Konstantin Kristian Kristoffer Krzysztof Kumar Kunle Kurt Kwabena Kwaku Kwame Kyle Lachlan Lamar Lance Larry Lars
Lasse Laszlo Laurence Laurent Lauri Lawrence Lazaro Leander Leandro Lee Leif Lennart Leo Leon Leonard Leonardo Leonid
Leopold Leroy Lester Leszek Levi Lewis Liam Linus Lionel Llewelyn Lloyd Lodewijk Loic Lorcan Lorenzo Lorne Lothar
Louis Luc Luca Lucas Luciano Lucien Ludovic Ludvig Ludwig Luigi Luis Lukas Luke Lungile Lyndon Maarten Maciej Mads
Mael Magnus Mahmoud Malcolm Malik Malo Mamadou Mandla Manfred Manoj Manuel Marc Marcel Marcelo Marcin Marco Marcos
Marcus Marek Mario Marius Mark Markus Marten Martijn Martin Marvin Marwan Mason Massimo Mateo Mateusz Mathias Mathieu
Mathis Mats Matt Matteo Matthew Matthias Matthieu Matti Maurice Mauricio Mauro Max Maxim Maxime Maximilian Maxwell
Mehdi Mehmet Meirion Mel Melvin Michael Michal Michel Mieczyslaw Miguel Mihai Mika Mikael Mike Mikhail Mikkel Milan
Miles Milos Milton Min-ho Minh Miodrag Miroslav Mitch Mitchell Modibo Mogens Mohamed Mohammad Mohammed Mohan Montague
Morgan Morris Morten Moses Moussa Muhammad Murat Murdo Murray Mustafa Mwangi Mykola Nabil Nadeem Narendra Nasser
Nathan Nathaniel Naveed Navid Nebojsa Ned Neil Nelson Nenad Neville Newt Nguyen Niall Nicanor Nicholas Nick Nicolas
Niels Nigel Nikhil Nikola Nikolai Nikolas Nils Njoroge Noah Noel Norman Nuno Obadiah Obinna Octave Odd Oddvar Odhiambo
Oisin Okan Olaf Olav Ole Oleg Oleksandr Oleksiy Oliver Olivier Olli Olof Omar Omid Orhan Orlando Orrin Oscar Oskar
Osman Otieno Ottar Otto Ousmane Ove Owain Owen Pablo Paddy Padraig Paolo Pascal Pasquale Pat Patrice Patrick Patrik
Paul Paulo Pavel Pedro Pekka Pelle Per Percy Peregrine Perry Pertti Pete Peter Petr Petro Phil Philip Philippe Phillip
Phineas Pierre Piers Piet Pieter Pim Piotr Plamen Pradeep Prakash Preben Predrag Quentin Quincey Quincy Radovan Radu
Rafa Rafael Rafal Rafe Rafferty Ragnar Ragnvald Rahul Raj Rajesh Rajiv Rakesh Ralf Ralph Ramesh Rami Ramiro Ramon
Randall Randolph Randy Raoul Rashid Ratko Raul Ravi Ray Raymond Recep Reginald Regis Rehan Reinhard Reinhardt Reinhold
Remi Rene Reuben Reza Rhys Riad Ricardo Riccardo Richard Rick Ricky Risto Rizal Roald Rob Robbie Robert Roberto Rocco
Rod Roderick Rodney Rodrigo Rogelio Roger Rogier Rohan Roland Rolf Rollo Romain Roman Ron Ronald Ronnie Rory Ross Roy
Ruairi Ruaridh Ruben Rudolf Rudy Rufus Rui Runar Rune Rupert Ruperto Ruslan Russ Russell Ruud Ryan Sachin Sadiq Said
Sajid Salim Salman Salvador Salvatore Salvo Sam Sami Samir Samuel Sandeep Sander Sandor Sandro Sanjay Santiago Santos
Satoshi Saul Scott Seamus Sean Sebastian Sebastien Segun Selim Seppo Septimus Serge Sergei Sergey Sergio Serhiy Serkan
Seth Shahid Shane Shankar Shaun Shawn Shinzo Siamak Sidney Siegfried Sigmar Sigmund Sigurd Sigvard Silas Silvio Simon
Sindre Sipho Sixten Sjoerd Slawomir Slobodan Snorre Solomon Soren Sorin Souleymane Srdjan Stan Stanislav Stanislaw
Stanley Stefan Stefano Steffen Stein Steinar Stellan Stepan Stephen Steve Steven Stewart Stig Stoyan Struan Stuart
Sture Sung Sunil Suresh Svein Sven Sverre Sylvain Tadeusz Tadhg Tahir Takashi Takeshi Tanguy Tapio Taras Tarek Tariq
Taro Tarquin Tayfun Ted Teemu Teo Terence Terry Thabo Thaddeus Thelonious Themba Theo Theodor Theodore Thiago Thibault
Thierry Thijs Thomas Thor Thorsten Tiago Tibor Tim Timo Timothy Tobias Tobin Todd Tom Tomas Tomasz Tommy Tony Tor
Torben Torbjorn Tore Torleif Torstein Torsten Travis Trevor Tristan Troels Trond Troy Trygve Tuan Tudur Tugdual Tunde
Turgut Tyler Tyrone Ubaldo Uche Udo Ugo Ulf Ulrich Ulrik Ulysses Umberto Usman Uwe Vaclav Vadim Valentin Valeriy
Valery Varg Vasco Vasile Vasily Vasyl Vaughan Veikko Vernon Vicente Victor Vidar Vidkun Viggo Vijay Vikas Vikram
Viktor Vince Vincent Vincenzo Vinod Viorel Vishal Vitaliy Vitaly Vito Vladimir Volkan Volker Volodymyr Vuk Vyacheslav
Wael Wale Walid Walter Warren Wasim Wayne Wei Wendell Werner Wesley Wilbur Wilfred Wilfredo Wilfried Wilhelm Will
Willem William Willy Wilson Wim Winfried Winston Wojciech Wolf Wolfgang Woody Xande Xavier Yann Yannick Yaroslav Yasir
Yasser Yaw Yevgeny Yinka Yngve Yoshi Yuri Yusuf Yvan Yves Zachary Zack Zafar Zahid Zaid Zbigniew Zdzislaw Zebedee Zeke
Ziad Zoltan Zoran Zubair
"""

_EITHER = """
Alex Alexis Ali Andrea Angel Ashley Bobbie Cameron Camille Carol Casey Charlie Chris Claude Courtney Dale Dana Devon
Dewi Dominique Drew Dylan Francis Frankie Gabriele Jackie Jaime Jamie Jean Jesse Jo Jocelyn Jordan Kai Kari Kelly
Kerry Kim Kit Lan Laurie Lee Leslie Lindsay Lindsey Lou Lynn Mai Marian Marion Max Maxime Mel Mercedes Michele Min
Minh Mo Morgan Nicky Nicola Nikki Noor Nour Ola Paris Pat Paz Quinn Ray Rene Riley Robin Ronnie Rory Rowan Sam Sandy
Sanna Sascha Sasha Shannon Shelby Sidney Simone Stacey Sydney Taylor Terry Toni Tony Tracy Tyler Vivian Wei Whitney
Ying Yuki
"""

_UNCLEAR = frozenset(_EITHER.lower().split())
GENDER = {
    name: gender
    for names, gender in ((_MEN, Gender.MAN), (_WOMEN, Gender.WOMAN))
    for name in names.lower().split()
    if name not in _UNCLEAR
}
"""Lower-case given name → whose it mostly is."""

GIVEN = frozenset(GENDER) | _UNCLEAR
"""Every given name of the lists, lower case."""


def gender_of(given: str) -> Gender | None:
    """Whose a given name mostly is; of a double name ("Jean-Luc") the first part says it."""
    name = given.lower()
    return GENDER.get(name) or GENDER.get(name.split("-")[0])
